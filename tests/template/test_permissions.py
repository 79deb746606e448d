"""Least privilege: exactly these actions on exactly these resources. A new line here is a decision, not a formality."""

import unittest

from model import FUNCTIONS, RESOURCES, permissions

READ = {"dynamodb:GetItem"}
WRITE = {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"}
QUERY = {"dynamodb:Query"}
CHECK = {"dynamodb:ConditionCheckItem"}
BATCH = {"dynamodb:BatchWriteItem"}  # a transaction asks for the actions in it, a batch has one of its own
RECEIVE = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
SEND = {"sqs:SendMessage"}
OBJECTS = "DataBucket/users/*"
LOG = {"logs:CreateLogStream", "logs:PutLogEvents"}

ALLOWED = {
    "auth": {
        "UsersTable": WRITE | CHECK,
        "SessionsTable": WRITE | QUERY,
        "CoreTable": WRITE,
        "AuthLogs": LOG,
    },
    "upload": {
        "SessionsTable": READ,
        "CoreTable": WRITE | CHECK | QUERY,
        OBJECTS: {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"},
        "DataBucket": {"s3:ListBucket"},
        "UploadsQueue": RECEIVE,
        "UploadLogs": LOG,
    },
    "listing": {
        "SessionsTable": READ,
        "CoreTable": WRITE | QUERY,
        OBJECTS: {"s3:GetObject", "s3:DeleteObject"},
        "ListingLogs": LOG,
    },
    "jobs": {
        "SessionsTable": READ,
        "CoreTable": WRITE | CHECK | QUERY,
        "TrainingQueue": SEND,
        "JobsLogs": LOG,
    },
    "metrics": {
        "SessionsTable": READ,
        "CoreTable": QUERY,
        "MetricsLogs": LOG,
    },
    "predict": {
        "SessionsTable": READ,
        "CoreTable": {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"},
        OBJECTS: {"s3:GetObject"},
        "PredictLogs": LOG,
    },
    "trainer": {
        "CoreTable": WRITE | CHECK | QUERY,
        OBJECTS: {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"},
        "DataBucket": {"s3:ListBucket"},
        "TrainingQueue": RECEIVE,
        "TrainerLogs": LOG,
    },
    "janitor": {
        "CoreTable": WRITE | CHECK | QUERY | BATCH,
        "CoreTable/index/sweep": QUERY,
        OBJECTS: {"s3:GetObject", "s3:DeleteObject"},
        "DataBucket": {"s3:ListBucket"},
        "TrainingQueue": SEND,
        "UploadsQueue": SEND,
        "TrainingDeadLetters": RECEIVE,
        "JanitorLogs": LOG,
    },
}


class Permissions(unittest.TestCase):
    def test_each_function_may_do_exactly_what_is_listed(self):
        self.assertEqual(set(FUNCTIONS), set(ALLOWED))
        for function, expected in ALLOWED.items():
            with self.subTest(function):
                self.assertEqual(permissions(function), expected)

    def test_only_auth_reaches_the_users_table(self):
        reaching = [function for function in FUNCTIONS if any(name.startswith("UsersTable") for name in permissions(function))]
        self.assertEqual(reaching, ["auth"])

    def test_others_may_only_read_a_session_by_its_key(self):
        for function in set(FUNCTIONS) - {"auth"}:
            with self.subTest(function):
                self.assertLessEqual(permissions(function).get("SessionsTable", set()), {"dynamodb:GetItem"})

    def test_no_action_is_a_wildcard_and_nobody_scans(self):
        for function in FUNCTIONS:
            for resource, actions in permissions(function).items():
                with self.subTest(function, resource=resource):
                    self.assertFalse([action for action in actions if "*" in action or action == "dynamodb:Scan"])

    def test_objects_are_reached_below_users_only(self):
        for function in FUNCTIONS:
            for resource, actions in permissions(function).items():
                if resource.startswith("DataBucket") and actions != {"s3:ListBucket"}:
                    with self.subTest(function):
                        self.assertEqual(resource, OBJECTS)

    def test_roles_have_no_managed_policies_and_serve_one_function_each(self):
        roles = [properties["Role"]["GetAtt"] for properties in FUNCTIONS.values()]
        self.assertEqual(len(roles), len(set(roles)))
        for properties in FUNCTIONS.values():
            self.assertNotIn("Policies", properties, "SAM would add managed policies")
            role = RESOURCES[properties["Role"]["GetAtt"].removesuffix(".Arn")]["Properties"]
            self.assertNotIn("ManagedPolicyArns", role)


if __name__ == "__main__":
    unittest.main()
