"""How long each stage of a training takes, without any other library."""

from bench_data import load
from bench_ours import Engine
from measure_report import spread, table

STAGES = ["profiling", "reading", "preparing", "fitting", "validating", "evaluating", "explaining"]
MODELS = {"classification": ["logistic", "random_forest", "gradient_boosting", "auto"],
          "regression": ["ridge", "random_forest", "gradient_boosting", "auto"]}


def tables(quick: bool) -> str:
    names = ["iris"] if quick else ["iris", "passengers", "digits", "gems"]
    rows = []
    for data in map(load, names):
        with Engine() as engine:
            for model in MODELS[data.task]:
                parameters = {"target": data.target, "task": data.task, "model_type": model}
                found = [engine.ask("train", file=str(data.path), parameters=parameters)["stages"]
                         for _ in range(1 if quick or model == "auto" else 3)]
                medians = [spread([stages.get(stage, 0.0) for stages in found]).split(" ")[0] for stage in STAGES]
                whole = spread([sum(stages.values()) for stages in found])
                rows.append([f"{data.title}: {model}", *medians, whole])
    return table(["milliseconds for each stage, medians", *STAGES, "all together"], rows)
