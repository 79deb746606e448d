"""The same work with scikit-learn: columns as they come from pandas, prepared as the engine prepares them."""

import numpy
import pandas
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import TransformedTargetRegressor, make_column_transformer
from sklearn.ensemble import (
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.impute import SimpleImputer
from sklearn.linear_model import ElasticNet, LinearRegression, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler
from sklearn.svm import SVC, SVR
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

CLASSIFIERS = {
    "logistic": lambda seed, **more: LogisticRegression(**({"max_iter": 1000} | more)),
    "naive_bayes": lambda seed, **more: GaussianNB(**more),
    "knn": lambda seed, **more: KNeighborsClassifier(**more, n_jobs=-1),
    "svm": lambda seed, **more: CalibratedClassifierCV(SVC(**more), ensemble=False),
    "decision_tree": lambda seed, **more: DecisionTreeClassifier(**more, random_state=seed),
    "random_forest": lambda seed, **more: RandomForestClassifier(**more, random_state=seed, n_jobs=-1),
    "gradient_boosting": lambda seed, **more: HistGradientBoostingClassifier(**more, **_boosting(seed)),
}
REGRESSORS = {
    "linear": lambda seed, **more: LinearRegression(**more),
    "ridge": lambda seed, **more: Ridge(**more),
    "elastic_net": lambda seed, **more: ElasticNet(**more),
    "knn": lambda seed, **more: KNeighborsRegressor(**more, n_jobs=-1),
    "svm": lambda seed, **more: TransformedTargetRegressor(SVR(**more), transformer=StandardScaler()),
    "decision_tree": lambda seed, **more: DecisionTreeRegressor(**more, random_state=seed),
    # A third of the features for each split, as the engine does, instead of all of them.
    "random_forest": lambda seed, **more: RandomForestRegressor(**({"max_features": 1 / 3} | more), random_state=seed, n_jobs=-1),
    "gradient_boosting": lambda seed, **more: HistGradientBoostingRegressor(**more, **_boosting(seed)),
}
# The engine's hyperparameters have scikit-learn's names.
FAMILIES = {"classification": CLASSIFIERS, "regression": REGRESSORS}
TREES = {"decision_tree", "random_forest", "gradient_boosting"}
# Beyond it the engine asks for another family.
MOST_ROWS_OF_SVM = 10_000


def _boosting(seed: int) -> dict:
    return {"early_stopping": False, "random_state": seed}


def pipeline(features: pandas.DataFrame, task: str, family: str, seed: int, **hyperparameters) -> Pipeline:
    """Preparation and model; trees read columns as they are, other families get scaled numbers."""
    model = FAMILIES[task][family](seed, **hyperparameters)
    numbers = list(features.select_dtypes("number").columns)
    words = [name for name in features.columns if name not in numbers]
    if family in TREES:
        codes = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=numpy.nan)
        if family == "gradient_boosting" and words:
            model.set_params(categorical_features=list(range(len(words))))
        return make_pipeline(make_column_transformer((codes, words), ("passthrough", numbers)), model)
    scaled = make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler())
    one_hot = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    return make_pipeline(make_column_transformer((scaled, numbers), (one_hot, words)), model)


def families(data) -> list[str]:
    """Those that fit the task and the number of rows."""
    return [family for family in FAMILIES[data.task] if family != "svm" or len(data.frame()) <= MOST_ROWS_OF_SVM]


def split_columns(frame: pandas.DataFrame, target: str) -> tuple[pandas.DataFrame, pandas.Series]:
    """Features and target."""
    return frame.drop(columns=target), frame[target]
