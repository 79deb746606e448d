"""Trees on numbers in memory, beside the libraries that are known for them: equal settings, all processors."""

import os

import lightgbm
import numpy
import xgboost
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor, RandomForestClassifier, RandomForestRegressor
from sklearn.metrics import log_loss, r2_score

from bench_data import Data, load
from bench_ours import Engine
from bench_pairs import in_turns, milliseconds, ratio, times, verdict
from measure_report import table
from progress import step

FIT = {"scikit-learn": 3.0, "LightGBM": 2.0, "XGBoost": 2.0}
PREDICT = 4.0
PROCESSORS = int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1)


def tables(quick: bool) -> str:
    boosted = ["clicks_3k"] if quick else ["clicks_3k", "waves_30k", "clicks_100k"]
    grown = ["waves_3k"] if quick else ["clicks_3k", "waves_3k", "waves_30k"]
    rounds = 1 if quick else 3
    rows = [row for name in boosted for row in _compare(load(name), "boosting", rounds)]
    rows += [row for name in grown for row in _compare(load(name), "forest", rounds)]
    return table(["100 trees on numbers in memory", "fit, ms", "ratio", "target", "predict, ms", "ratio, for boosting target 4×",
                  "log loss, or R²"], rows)


def _peers(family: str, task: str) -> dict:
    classify = task == "classification"
    if family == "forest":
        forest = RandomForestClassifier if classify else RandomForestRegressor
        return {"scikit-learn": forest(n_jobs=-1, random_state=0, max_features="sqrt" if classify else 1 / 3)}
    histogram = HistGradientBoostingClassifier if classify else HistGradientBoostingRegressor
    light = lightgbm.LGBMClassifier if classify else lightgbm.LGBMRegressor
    extreme = xgboost.XGBClassifier if classify else xgboost.XGBRegressor
    return {
        "scikit-learn": histogram(early_stopping=False, random_state=0),
        "LightGBM": light(n_jobs=PROCESSORS, random_state=0, verbose=-1),
        # As deep as 31 leaves may be, chosen as the others choose them.
        "XGBoost": extreme(n_estimators=100, max_leaves=31, max_depth=0, grow_policy="lossguide", learning_rate=0.1, tree_method="hist",
                           n_jobs=PROCESSORS, random_state=0),
    }


def _compare(data: Data, family: str, rounds: int) -> list[list[str]]:
    table_ = data.frame().to_numpy()
    learn = len(table_) * 3 // 4
    rows, target = numpy.ascontiguousarray(table_[:, :-1]), table_[:, -1]
    if data.classes:
        target = target.astype(int)
    predicting: dict[str, list[float]] = {}
    quality: dict[str, float] = {}
    peers = _peers(family, data.task)

    def theirs(name: str) -> float:
        model = peers[name]
        took = milliseconds(lambda: model.fit(rows[:learn], target[:learn]))
        predict = model.predict_proba if data.classes else model.predict
        predicting.setdefault(name, []).append(milliseconds(lambda: predict(rows[learn:])))
        measure = log_loss if data.classes else r2_score
        quality[name] = measure(target[learn:], predict(rows[learn:]))
        return took

    with step(f"{family} on {data.name}"), Engine() as engine:

        def ours() -> float:
            answer = engine.ask("trees", file=str(data.path), family=family, classes=data.classes, learn=learn, seed=0)
            predicting.setdefault("Stint", []).append(answer["predict"])
            quality["Stint"] = answer["loss"] if data.classes else answer["score"]
            return answer["fit"]

        fitting = in_turns({"Stint": ours} | {name: lambda name=name: theirs(name) for name in peers}, rounds)
    return [_row(data, family, name, fitting, predicting, quality) for name in fitting]


def _row(data: Data, family: str, name: str, fitting: dict, predicting: dict, quality: dict) -> list[str]:
    row = [f"{data.title}: {family}, {name}", times(fitting[name])]
    if name == "Stint":
        return [*row, "", "", times(predicting[name]), "", f"{quality[name]:.4f}"]
    fit, predict = (ratio(taken["Stint"], taken[name]) for taken in (fitting, predicting))
    shown = verdict(predict, PREDICT) if family == "boosting" else f"{predict:.1f}×"
    return [*row, verdict(fit, FIT[name]), f"{FIT[name]:.0f}×", times(predicting[name]), shown, f"{quality[name]:.4f}"]
