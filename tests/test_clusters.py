"""The engines that drive `parse_batches`, each on a small cluster of this machine."""

import sys
from pathlib import Path
from typing import Any

import pytest

import uzru
from uzru.arrow import batch_schema, parse_batches

pa: Any = pytest.importorskip("pyarrow")
pytestmark = pytest.mark.filterwarnings("ignore")  # theirs, not ours

TEXTS = [f'"We will stay {number} days," President Egor Panin said.' for number in range(12)]
SAID = [uzru.parse(text).quotes[0].text for text in TEXTS]


def test_dask_parses_on_two_workers() -> None:
    pandas: Any = pytest.importorskip("pandas")
    frames: Any = pytest.importorskip("dask.dataframe")
    distributed: Any = pytest.importorskip("distributed")

    def quotes(frame: Any) -> Any:
        batches = pa.Table.from_pandas(frame, preserve_index=False).to_batches()
        return pa.Table.from_batches(parse_batches(batches, "quotes"), batch_schema("quotes")).to_pandas()

    frame = frames.from_pandas(pandas.DataFrame({"text": TEXTS}), npartitions=4)
    empty = batch_schema("quotes").empty_table().to_pandas()
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster),
    ):
        found = frame.map_partitions(quotes, meta=empty).compute()
    assert sorted(found["text"]) == sorted(SAID)
    assert set(found["speaker"]) == {"Egor Panin"}


@pytest.mark.cluster
def test_spark_parses_with_map_in_arrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    sql: Any = pytest.importorskip("pyspark.sql")
    types: Any = pytest.importorskip("pyspark.sql.pandas.types")
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(tmp_path))
        .getOrCreate()
    )
    try:
        frame = session.createDataFrame([(text,) for text in TEXTS], ["text"]).repartition(2)
        schema = types.from_arrow_schema(batch_schema("quotes"))
        found = frame.mapInArrow(lambda batches: parse_batches(batches, "quotes"), schema).collect()
    finally:
        session.stop()
    assert sorted(row["text"] for row in found) == sorted(SAID)


@pytest.mark.cluster
def test_ray_parses_with_map_batches() -> None:
    ray: Any = pytest.importorskip("ray")

    def quotes(table: Any) -> Any:
        return pa.Table.from_batches(parse_batches(table.to_batches(), "quotes"), batch_schema("quotes"))

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        data = ray.data.from_arrow(pa.table({"text": TEXTS})).repartition(2)
        found = data.map_batches(quotes, batch_format="pyarrow").take_all()
    finally:
        ray.shutdown()
    assert sorted(row["text"] for row in found) == sorted(SAID)
