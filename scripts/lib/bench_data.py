"""Data sets: those that come with scikit-learn, and made-up ones. The same every time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy
import pandas
from sklearn import datasets

from paths import LOCAL
from progress import step

FOLDER = LOCAL / "bench-data"
# Part of the files' names, to be raised when what is made changes.
VERSION = 1


@dataclass(frozen=True)
class Data:
    """A CSV file with a column to predict."""

    name: str
    path: Path
    task: str
    target: str

    @cache
    def frame(self) -> pandas.DataFrame:
        return pandas.read_csv(self.path)

    @property
    def classes(self) -> int:
        return self.frame()[self.target].nunique() if self.task == "classification" else 0

    @property
    def title(self) -> str:
        rows, columns = self.frame().shape
        return f"{self.name}, {rows:,} × {columns - 1}"


def load(name: str) -> Data:
    """A data set by its name; its file is made if it is not there."""
    task, make = MAKERS[name]
    path = FOLDER / f"{name}-{VERSION}.csv"
    if not path.exists():
        with step(f"making {name}"):
            FOLDER.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            make().to_csv(part, index=False)
            part.rename(path)
    return Data(name, path, task, "target")


def _shipped(loader: Callable) -> Callable[[], pandas.DataFrame]:
    """One of scikit-learn's, with the classes' names where they have any."""

    def make() -> pandas.DataFrame:
        bunch = loader(as_frame=True)
        frame = bunch.frame
        names = getattr(bunch, "target_names", None)
        if names is not None and not numpy.issubdtype(numpy.asarray(names).dtype, numpy.integer):
            frame["target"] = [str(names[code]) for code in frame["target"]]
        return frame

    return make


def passengers() -> pandas.DataFrame:
    """1,309 people with words and missing cells, of whom about two fifths survive."""
    random = numpy.random.default_rng(1)
    rows = 1309
    ticket = random.choice(["first", "second", "third"], rows, p=[0.25, 0.21, 0.54])
    sex = random.choice(["female", "male"], rows, p=[0.36, 0.64])
    age = numpy.clip(random.normal(30, 14, rows), 0.5, 80).round(1)
    family = random.poisson(0.9, rows)
    dear = numpy.select([ticket == "first", ticket == "second"], [5.0, 1.7], 1.0)
    price = numpy.round(dear * random.lognormal(2.5, 0.5, rows), 4)
    odds = 2.5 * (sex == "female") + 1.1 * (ticket == "first") + 0.4 * (ticket == "second") - 0.03 * age - 0.25 * family - 0.7
    survived = random.random(rows) < 1 / (1 + numpy.exp(-odds))
    return pandas.DataFrame({
        "ticket": ticket, "sex": sex, "age": numpy.where(random.random(rows) < 0.2, numpy.nan, age), "family": family, "price": price,
        "port": random.choice(["Cherbourg", "Queenstown", "Southampton"], rows, p=[0.2, 0.1, 0.7]),
        "target": numpy.where(survived, "yes", "no"),
    })


def gems(rows: int = 20_000) -> Callable[[], pandas.DataFrame]:
    """Sizes and grades in words, and a price that grows with them."""

    def make() -> pandas.DataFrame:
        random = numpy.random.default_rng(2)
        carat = numpy.round(random.gamma(2.8, 0.28, rows) + 0.2, 2)
        side = 6.45 * numpy.cbrt(carat)
        grades = {"cut": 5, "colour": 7, "clarity": 8}
        codes = {name: random.integers(0, levels, rows) for name, levels in grades.items()}
        depth = numpy.round(random.normal(61.7, 1.4, rows), 1)
        quality = 0.05 * codes["cut"] - 0.08 * codes["colour"] + 0.11 * codes["clarity"]
        price = numpy.exp(7.4 + 1.75 * numpy.log(carat) + quality + 0.01 * (depth - 61.7) + random.normal(0, 0.12, rows))
        columns = {
            "carat": carat, **{name: numpy.char.add("grade ", codes[name].astype(str)) for name in grades}, "depth": depth,
            "table": numpy.round(random.normal(57.5, 2.2, rows)), "x": numpy.round(side + random.normal(0, 0.05, rows), 2),
            "y": numpy.round(side + random.normal(0, 0.05, rows), 2), "z": numpy.round(0.617 * side + random.normal(0, 0.04, rows), 2),
        }
        return pandas.DataFrame(columns | {"target": numpy.round(price)})

    return make


def clicks(rows: int) -> Callable[[], pandas.DataFrame]:
    """Twenty numbers and two classes."""

    def make() -> pandas.DataFrame:
        values, classes = datasets.make_classification(rows, 20, n_informative=10, n_redundant=4, n_clusters_per_class=4, flip_y=0.05,
                                                       random_state=3)
        return pandas.DataFrame(values, columns=[f"x{index}" for index in range(20)]).assign(target=classes)

    return make


def waves(rows: int) -> Callable[[], pandas.DataFrame]:
    """Twenty numbers, of which five bend a sixth one (Friedman 1991)."""

    def make() -> pandas.DataFrame:
        values, target = datasets.make_friedman1(rows, 20, noise=1.0, random_state=4)
        return pandas.DataFrame(values, columns=[f"x{index}" for index in range(20)]).assign(target=target)

    return make


def orders(rows: int) -> Callable[[], pandas.DataFrame]:
    """Words, dates, whole and broken numbers, quoted text, missing cells: about 19 MB for 200,000 rows."""

    def make() -> pandas.DataFrame:
        random = numpy.random.default_rng(5)
        cities = numpy.array(["Amsterdam", "Berlin", "Córdoba", "Dublin", "Espoo", "Firenze", "Gdańsk", "Helsinki, Vantaa"])
        days = pandas.to_datetime("2021-01-01") + pandas.to_timedelta(random.integers(0, 2000, rows), unit="D")
        amount = numpy.round(random.lognormal(3, 1, rows), 2)
        return pandas.DataFrame({
            "order": numpy.arange(rows) + 100_000, "day": days.strftime("%Y-%m-%d"), "city": random.choice(cities, rows),
            "amount": numpy.where(random.random(rows) < 0.05, numpy.nan, amount), "items": random.integers(1, 30, rows),
            "weight": random.normal(12, 4, rows), "discount": numpy.round(random.random(rows), 3),
            "express": random.choice(["yes", "no"], rows), "channel": random.choice(["shop", "web", "phone"], rows),
            "target": numpy.round(amount * 1.19 + random.normal(0, 1, rows), 2),
        })

    return make


def measurements(rows: int) -> Callable[[], pandas.DataFrame]:
    """Thirty numbers with all their digits: about 55 MB for 100,000 rows."""

    def make() -> pandas.DataFrame:
        values = numpy.random.default_rng(6).normal(size=(rows, 31))
        return pandas.DataFrame(values, columns=[*(f"x{index}" for index in range(30)), "target"])

    return make


MAKERS = {
    "iris": ("classification", _shipped(datasets.load_iris)),
    "wine": ("classification", _shipped(datasets.load_wine)),
    "breast_cancer": ("classification", _shipped(datasets.load_breast_cancer)),
    "digits": ("classification", _shipped(datasets.load_digits)),
    "diabetes": ("regression", _shipped(datasets.load_diabetes)),
    "passengers": ("classification", passengers),
    "gems": ("regression", gems()),
    "clicks_3k": ("classification", clicks(3_000)),
    "clicks_100k": ("classification", clicks(100_000)),
    "waves_3k": ("regression", waves(3_000)),
    "waves_30k": ("regression", waves(30_000)),
    "orders_2k": ("regression", orders(2_000)),
    "orders_200k": ("regression", orders(200_000)),
    "measurements_2k": ("regression", measurements(2_000)),
    "measurements_100k": ("regression", measurements(100_000)),
}
