"""Deploys template.yaml to the emulator: the same file that AWS gets, with Local=true."""

import base64
import hashlib
import json
import platform
import secrets
import time

from botocore.exceptions import ClientError

from cloud import Cloud
from package import packaged_template
from paths import STACK, Instance
from progress import Failure, step

DEPLOY_SECONDS = 180
DEPLOYED = ("CREATE_COMPLETE", "UPDATE_COMPLETE")


def deploy(cloud: Cloud, overrides: dict[str, str] | None = None) -> dict[str, str]:
    """Deploys what changed since the last time and answers the stack's outputs."""
    instance = cloud.instance
    with step("deploying template.yaml") as note:
        template = packaged_template(cloud)
        parameters = _parameters(instance) | (overrides or {})
        fingerprint = hashlib.sha256(json.dumps([template, parameters], sort_keys=True).encode()).hexdigest()
        stack = _stack(cloud)
        if stack and stack["StackStatus"] in DEPLOYED and {"Key": "fingerprint", "Value": fingerprint} in stack["Tags"]:
            note("nothing changed")
            return _outputs(stack)
        _apply(cloud, template, parameters, fingerprint, exists=stack is not None)
        outputs = _outputs(_stack(cloud))
        _expire_items(cloud, outputs)
        instance.page_host_file.write_text(_page_host(instance, outputs))
    return outputs


def _parameters(instance: Instance) -> dict[str, str]:
    machine = platform.machine().lower()
    return {
        "Local": "true",
        "LocalPort": str(instance.aws_port),
        "Architecture": "arm64" if machine in ("arm64", "aarch64") else "x86_64",
        "AllowOrigins": instance.allowed_origins,
        "SigningKeys": signing_keys(instance),
    }


def signing_keys(instance: Instance) -> str:
    """The platform's own session keys, made once; nobody else can read the file."""
    path = instance.signing_keys_file
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(f"local-1:{base64.b64encode(secrets.token_bytes(32)).decode()}")
    return path.read_text().strip()


def _apply(cloud: Cloud, template: str, parameters: dict[str, str], fingerprint: str, exists: bool) -> None:
    cloudformation = cloud.client("cloudformation")
    act = cloudformation.update_stack if exists else cloudformation.create_stack
    try:
        act(
            StackName=STACK,
            TemplateBody=template,
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
            Tags=[{"Key": "fingerprint", "Value": fingerprint}],
        )
    except ClientError as error:
        raise Failure(f"the template was refused: {error}") from error
    deadline = time.monotonic() + DEPLOY_SECONDS
    while (status := _stack(cloud)["StackStatus"]).endswith("_IN_PROGRESS"):
        if time.monotonic() > deadline:
            raise Failure(f"the deploy did not end within {DEPLOY_SECONDS} s (status {status})")
        time.sleep(0.1)
    if status not in DEPLOYED:
        raise Failure(f"the deploy ended as {status}:\n{_reasons(cloud)}\n"
                      "if the stack cannot be repaired, `./scripts/dev --reset` starts from nothing")


def _stack(cloud: Cloud) -> dict | None:
    try:
        return cloud.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
    except ClientError as error:
        if "does not exist" in str(error):
            return None
        raise


def _reasons(cloud: Cloud) -> str:
    events = cloud.client("cloudformation").describe_stack_events(StackName=STACK)["StackEvents"]
    failed = [event for event in events if event["ResourceStatus"].endswith("_FAILED")]
    return "\n".join(f"  {event['LogicalResourceId']}: {event.get('ResourceStatusReason', '?')}" for event in failed[:10])


def _outputs(stack: dict) -> dict[str, str]:
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def _expire_items(cloud: Cloud, outputs: dict[str, str]) -> None:
    """The emulator ignores TimeToLiveSpecification, so it is said again."""
    dynamodb = cloud.client("dynamodb")
    for table in (outputs["UsersTable"], outputs["SessionsTable"], outputs["CoreTable"]):
        status = dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]["TimeToLiveStatus"]
        if status == "DISABLED":
            dynamodb.update_time_to_live(
                TableName=table, TimeToLiveSpecification={"AttributeName": "expires_at", "Enabled": True})


def _page_host(instance: Instance, outputs: dict[str, str]) -> str:
    label = outputs["CdnDomain"].split(".")[0]
    return f"{label}.cloudfront.localhost:{instance.aws_port}"
