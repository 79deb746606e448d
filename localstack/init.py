"""Creates the tables, queues and the bucket of template.yaml in LocalStack, and the files `sam local` needs.

    docker compose -f localstack/compose.yaml up --wait
    .local/venv/bin/python localstack/init.py

There is no second list of names: a resource is named after its logical id, its properties are the template's own, and
a function's variables are resolved from what the template says. What exists already is left as it is.
"""

import argparse
import base64
import json
import re
import secrets
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scripts" / "lib"))

from botocore.config import Config  # noqa: E402
from botocore.exceptions import ClientError  # noqa: E402
from botocore.session import Session  # noqa: E402

from paths import REGION, TEMPLATE  # noqa: E402
from progress import run_main, step  # noqa: E402
from template import load_template, of_type  # noqa: E402

EXISTS = ("ResourceInUseException", "BucketAlreadyOwnedByYou", "BucketAlreadyExists")


class Account:
    """LocalStack, seen from this machine."""

    def __init__(self, endpoint: str, origins: list[str]):
        self.template = load_template()
        self.origins = origins
        settings = {"region_name": REGION, "endpoint_url": endpoint, "aws_access_key_id": "test",
                    "aws_secret_access_key": "test", "config": Config(s3={"addressing_style": "path"})}
        session = Session()
        self.dynamodb, self.sqs, self.s3 = (session.create_client(name, **settings) for name in ("dynamodb", "sqs", "s3"))
        # What `!Ref` and `!GetAtt X.Arn` of a resource mean here.
        self.references: dict[str, str] = {}
        self.arns: dict[str, str] = {}

    def create_tables(self) -> None:
        for logical_id, table in of_type(self.template, "AWS::DynamoDB::Table").items():
            self.references[logical_id] = name = physical_name(logical_id)
            definition = {key: table[key] for key in
                          ("BillingMode", "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes") if key in table}
            try:
                self.dynamodb.create_table(TableName=name, **definition)
                self.dynamodb.get_waiter("table_exists").wait(TableName=name)
                self.dynamodb.update_time_to_live(
                    TableName=name, TimeToLiveSpecification=table["TimeToLiveSpecification"])
            except ClientError as error:
                ignore_existing(error)

    def create_queues(self) -> None:
        queues = of_type(self.template, "AWS::SQS::Queue")
        # Dead-letter queues first: the others name them.
        for logical_id in sorted(queues, key=lambda name: "RedrivePolicy" in queues[name]):
            properties = queues[logical_id]
            attributes = {key: str(properties[key]) for key in ("DelaySeconds", "VisibilityTimeout", "MessageRetentionPeriod")
                          if key in properties}
            if redrive := properties.get("RedrivePolicy"):
                target = redrive["deadLetterTargetArn"]["GetAtt"].removesuffix(".Arn")
                attributes["RedrivePolicy"] = json.dumps(redrive | {"deadLetterTargetArn": self.arns[target]})
            url = self.sqs.create_queue(QueueName=physical_name(logical_id), Attributes=attributes)["QueueUrl"]
            self.references[logical_id] = url
            self.arns[logical_id] = self.sqs.get_queue_attributes(
                QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

        for policy in of_type(self.template, "AWS::SQS::QueuePolicy").values():
            [queue], [statement] = policy["Queues"], policy["PolicyDocument"]["Statement"]
            # Without the condition on the account: it has no meaning in an emulator.
            allowed = {key: statement[key] for key in ("Effect", "Principal", "Action")} | {"Resource": self.arns[queue["Ref"]]}
            self.sqs.set_queue_attributes(QueueUrl=self.references[queue["Ref"]], Attributes={
                "Policy": json.dumps({"Version": "2012-10-17", "Statement": [allowed]})})

    def create_data_bucket(self) -> None:
        """The bucket of the page is not needed: `npm run dev` serves the page."""
        logical_id = "DataBucket"
        properties = of_type(self.template, "AWS::S3::Bucket")[logical_id]
        self.references[logical_id] = name = physical_name(logical_id)
        try:
            self.s3.create_bucket(Bucket=name)
        except ClientError as error:
            ignore_existing(error)
        [cors] = properties["CorsConfiguration"]["CorsRules"]
        self.s3.put_bucket_cors(Bucket=name, CORSConfiguration={"CORSRules": [{
            "AllowedOrigins": self.origins, "AllowedMethods": cors["AllowedMethods"], "AllowedHeaders": cors["AllowedHeaders"],
            "ExposeHeaders": cors["ExposedHeaders"], "MaxAgeSeconds": cors["MaxAge"]}]})
        [notification] = properties["NotificationConfiguration"]["QueueConfigurations"]
        self.s3.put_bucket_notification_configuration(Bucket=name, NotificationConfiguration={"QueueConfigurations": [{
            "QueueArn": self.arns[notification["Queue"]["GetAtt"].removesuffix(".Arn")],
            "Events": [notification["Event"]],
            "Filter": {"Key": {"FilterRules": notification["Filter"]["S3Key"]["Rules"]}}}]})

    def variables(self) -> dict[str, str]:
        """Every variable of every function, resolved."""
        parameters = {name: str(definition.get("Default", "")) for name, definition in self.template["Parameters"].items()}
        parameters["SigningKeys"] = f"local-1:{base64.b64encode(secrets.token_bytes(32)).decode()}"
        found: dict[str, str] = {}
        functions = of_type(self.template, "AWS::Serverless::Function").values()
        for properties in [self.template["Globals"]["Function"], *functions]:
            for name, value in properties.get("Environment", {}).get("Variables", {}).items():
                match value:
                    case {"Ref": str(target)}:
                        found[name] = self.references.get(target) or parameters[target]
                    case {"If": ["OwnDomainOnly", _, {"Ref": "AllowOrigins"}]}:
                        found[name] = ",".join(self.origins)
                    case _:
                        raise NotImplementedError(f"{name} is {value!r} in the template; this script cannot resolve that yet")
        return found


def physical_name(logical_id: str) -> str:
    """`TrainingQueue` becomes `stint-training-queue`."""
    return "stint" + re.sub(r"([A-Z])", r"-\1", logical_id).lower()


def ignore_existing(error: ClientError) -> None:
    if error.response["Error"]["Code"] not in EXISTS:
        raise error


def write_files(variables: dict[str, str], container_endpoint: str) -> None:
    """`env.json` for --env-vars; and the template with one more variable, as SAM only passes on those it names."""
    variables = variables | {"AWS_ENDPOINT_URL": container_endpoint}
    for name in ("QUEUE_TRAINING_URL", "QUEUE_UPLOADS_URL"):
        variables[name] = re.sub(r"^https?://[^/]+", container_endpoint, variables[name])
    env_file = HERE / "env.json"
    env_file.touch(mode=0o600)
    env_file.write_text(json.dumps({"Parameters": variables}, indent=2) + "\n")
    text = TEMPLATE.read_text().replace("CodeUri: target/", "CodeUri: ../target/")
    marker = "        RUST_LOG: !Ref LogLevel\n"
    if marker not in text:
        raise RuntimeError(f"template.yaml no longer has the line {marker!r}")
    (HERE / "template.yaml").write_text(text.replace(marker, f"{marker}        AWS_ENDPOINT_URL: {container_endpoint}\n"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--endpoint", default="http://127.0.0.1:4566", help="LocalStack, from this machine")
    parser.add_argument("--container-endpoint", default="http://host.docker.internal:4566",
                        help="LocalStack, from a function's container")
    parser.add_argument("--origins", default="http://127.0.0.1:3000,http://localhost:3000,http://localhost:5173",
                        help="origins of the page")
    arguments = parser.parse_args()
    account = Account(arguments.endpoint, arguments.origins.split(","))
    with step("tables"):
        account.create_tables()
    with step("queues"):
        account.create_queues()
    with step("bucket"):
        account.create_data_bucket()
    with step("localstack/env.json and localstack/template.yaml"):
        write_files(account.variables(), arguments.container_endpoint)
    return 0


if __name__ == "__main__":
    run_main(main)
