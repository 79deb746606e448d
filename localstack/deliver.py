"""Hands queued messages to the functions that read them: `sam local` answers HTTP only.

    .local/venv/bin/python localstack/deliver.py            # until Ctrl-C

For each SQS event of template.yaml it receives one message at a time and runs `sam local invoke` with it. A message is
deleted when the function does not report it as failed, as Lambda's own poller does.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scripts" / "lib"))
sys.path.insert(0, str(HERE))

from init import Account, physical_name  # noqa: E402
from paths import REGION  # noqa: E402
from progress import Failure, run_main  # noqa: E402
from template import of_type  # noqa: E402


def readers(template: dict) -> dict[str, str]:
    """Logical id of the function that reads a queue, by the queue's logical id."""
    return {event["Properties"]["Queue"]["GetAtt"].removesuffix(".Arn"): function
            for function, properties in of_type(template, "AWS::Serverless::Function").items()
            for event in properties.get("Events", {}).values() if event["Type"] == "SQS"}


def lambda_event(message: dict, queue_arn: str) -> dict:
    """The event that Lambda's poller makes of one message."""
    return {"Records": [{
        "messageId": message["MessageId"], "receiptHandle": message["ReceiptHandle"], "body": message["Body"],
        "attributes": message.get("Attributes", {}), "messageAttributes": {}, "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs", "eventSourceARN": queue_arn, "awsRegion": REGION}]}


def invoke(function: str, event: dict) -> bool:
    """Runs a function once; answers whether the message is done."""
    command = ["sam", "local", "invoke", function, "--template", str(HERE / "template.yaml"),
               "--env-vars", str(HERE / "env.json"), "--event", "-"]
    result = subprocess.run(command, input=json.dumps(event), stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        return False
    try:
        return not json.loads(result.stdout.strip().splitlines()[-1]).get("batchItemFailures")
    except (ValueError, IndexError, AttributeError):
        return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--endpoint", default="http://127.0.0.1:4566")
    arguments = parser.parse_args()
    if not (HERE / "env.json").is_file():
        raise Failure("localstack/env.json is missing; localstack/init.py makes it")
    account = Account(arguments.endpoint, [])
    queues = {account.sqs.get_queue_url(QueueName=physical_name(queue))["QueueUrl"]: function
              for queue, function in readers(account.template).items()}
    while True:
        for url, function in queues.items():
            answer = account.sqs.receive_message(QueueUrl=url, WaitTimeSeconds=1, AttributeNames=["All"])
            for message in answer.get("Messages", []):
                arn = account.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
                done = invoke(function, lambda_event(message, arn))
                print(f"{function}: {'done' if done else 'goes back to the queue'}", flush=True)
                if done:
                    account.sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])


if __name__ == "__main__":
    run_main(main)
