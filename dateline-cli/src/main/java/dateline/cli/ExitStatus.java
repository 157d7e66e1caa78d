package dateline.cli;

/** What the process's exit status says. */
final class ExitStatus {

  /** All done. */
  static final int OK = 0;

  /** Done, but some inputs failed, or nothing was found. */
  static final int SOME_FAILED = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /** The installation or a file of ours failed: nothing more can be done. */
  static final int BROKEN = 3;

  private ExitStatus() {}
}
