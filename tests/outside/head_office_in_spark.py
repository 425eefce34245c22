"""The questions of the page for a head office, asked of Spark: run by a Python that has pyspark, which ours has not.

    python head_office_in_spark.py < question.json

The question names the folder of the Parquet, its tables, and the statements; the rows of the last are printed as JSON.
Two workers are processes of their own, next to the one that asks (`local-cluster`): what they share goes over the
network of the machine, as in a cluster of several.
"""

import json
import sys

from pyspark.sql import SparkSession

CLUSTER = "local-cluster[2,1,1024]"  # two workers with a core and 1 024 MiB each
question = json.load(sys.stdin)
spark = (
    SparkSession.builder.master(CLUSTER)
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.log.level", "ERROR")
    .getOrCreate()
)
for table in question["tables"]:
    files = f"{question['folder']}/office=*/year=*/{table}.parquet"
    rows = spark.read.option("basePath", question["folder"]).parquet(files)
    rows.coalesce(2).cache().createOrReplaceTempView(table)
*views, last = question["statements"]
for view in views:
    spark.sql(view)
answer = [list(row) for row in spark.sql(last).collect()]
workers = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
spark.stop()
print(json.dumps({"workers": workers, "rows": answer}))
