"""Scores of the records of some folds, with their intervals: bootstrap.py SCORER.py TASK GOLD.jsonl ANSWERS.jsonl UNSEEN.txt METRIC...

UNSEEN.txt: ids of the records whose sentences the model has not seen, one a line. Prints JSON: for each metric (a dotted path into what the
scorer says) its value on all records, on those seen, on those unseen, and the middle 95 % of the unseen one over SAMPLES draws with replacement."""
import importlib.util, json, pathlib, random, sys

SAMPLES, SEED = 400, 1


def lines(path):
    with open(path, encoding="utf-8") as file:
        return {r["id"]: r for r in map(json.loads, file)}


def value(scores, metric):
    for key in metric.split("."):
        scores = scores[key]
    return 100 * scores


def main(scorer, task, gold, answers, unseen, *metrics):
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(pathlib.Path(scorer).parent))
    spec.loader.exec_module(module)
    gold, answers, unseen = lines(gold), lines(answers), set(pathlib.Path(unseen).read_text(encoding="utf-8").split())

    def scored(ids):
        drawn = [(f"{n}", i) for n, i in enumerate(ids)]  # an id drawn twice counts twice
        return module.TASKS[task]({k: gold[i] for k, i in drawn}, {k: answers[i] for k, i in drawn if i in answers}, {"all": False})

    new, old, rng = [i for i in gold if i in unseen], [i for i in gold if i not in unseen], random.Random(SEED)
    draws = [scored(rng.choices(new, k=len(new))) for _ in range(SAMPLES)]
    everything, seen, fresh = scored(list(gold)), scored(old) if old else None, scored(new)
    result = {"records": len(new)}
    for metric in metrics:
        spread = sorted(value(draw, metric) for draw in draws)
        result[metric] = {"all": value(everything, metric), "seen": value(seen, metric) if seen else None, "unseen": value(fresh, metric),
                          "low": spread[int(0.025 * SAMPLES)], "high": spread[int(0.975 * SAMPLES) - 1]}
    print(json.dumps(result))


main(*sys.argv[1:])
