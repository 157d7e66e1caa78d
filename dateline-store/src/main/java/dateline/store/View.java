package dateline.store;

import org.jdbi.v3.core.Handle;

/**
 * The store as a search sees it.
 *
 * @param handle of a transaction that changes nothing
 * @param epoch number of the {@link Epoch} that it was begun in, before it saw anything
 */
record View(Handle handle, long epoch) {}
