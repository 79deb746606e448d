"""Data at rest and in transit: private, encrypted, recoverable; messages are retried and never lost."""

import unittest

from model import FUNCTIONS, LOGICAL_ID, RESOURCES, of_type

PRIVATE = {"BlockPublicAcls": True, "BlockPublicPolicy": True, "IgnorePublicAcls": True, "RestrictPublicBuckets": True}


class Data(unittest.TestCase):
    def test_tables_expire_recover_and_are_encrypted(self):
        for name, table in of_type("AWS::DynamoDB::Table").items():
            with self.subTest(name):
                self.assertEqual(table["TimeToLiveSpecification"], {"AttributeName": "expires_at", "Enabled": True})
                self.assertTrue(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"])
                self.assertTrue(table["SSESpecification"]["SSEEnabled"])

    def test_what_users_own_outlives_the_stack(self):
        for name, resource in RESOURCES.items():
            if resource["Type"] == "AWS::DynamoDB::Table" or name == "DataBucket":
                with self.subTest(name):
                    self.assertEqual(resource["DeletionPolicy"], "RetainExceptOnCreate")
                    self.assertEqual(resource["UpdateReplacePolicy"], "Retain")

    def test_buckets_are_private_and_belong_to_the_owner(self):
        for name, bucket in of_type("AWS::S3::Bucket").items():
            with self.subTest(name):
                self.assertEqual(bucket["PublicAccessBlockConfiguration"], PRIVATE)
                self.assertEqual(bucket["OwnershipControls"], {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]})
                self.assertIn("BucketEncryption", bucket)

    def test_the_data_bucket_refuses_plain_http_on_aws(self):
        policy = RESOURCES["DataBucketPolicy"]
        self.assertEqual(policy["Condition"], "IsAws")
        [statement] = policy["Properties"]["PolicyDocument"]["Statement"]
        self.assertEqual((statement["Effect"], statement["Principal"], statement["Action"]), ("Deny", "*", "s3:*"))
        self.assertEqual(statement["Condition"], {"Bool": {"aws:SecureTransport": "false"}})

    def test_the_browser_may_use_the_data_bucket_from_the_page_only(self):
        [rule] = RESOURCES["DataBucket"]["Properties"]["CorsConfiguration"]["CorsRules"]
        self.assertNotIn("*", str(rule["AllowedOrigins"]))
        self.assertEqual(rule["AllowedMethods"], ["GET", "PUT", "HEAD"])
        self.assertEqual(rule["ExposedHeaders"], ["ETag"])

    def test_a_message_is_hidden_for_six_timeouts_of_its_reader(self):
        for function, properties in FUNCTIONS.items():
            for event in properties.get("Events", {}).values():
                if event["Type"] == "SQS":
                    queue = RESOURCES[event["Properties"]["Queue"]["GetAtt"].removesuffix(".Arn")]["Properties"]
                    with self.subTest(function):
                        self.assertGreaterEqual(queue["VisibilityTimeout"], 6 * properties["Timeout"])
                        self.assertEqual(event["Properties"]["BatchSize"], 1)
                        self.assertEqual(event["Properties"]["FunctionResponseTypes"], ["ReportBatchItemFailures"])

    def test_a_message_that_fails_three_times_is_kept_aside(self):
        for name in ("TrainingQueue", "UploadsQueue"):
            policy = RESOURCES[name]["Properties"]["RedrivePolicy"]
            self.assertEqual(policy["maxReceiveCount"], 3)
            dead_letters = RESOURCES[policy["deadLetterTargetArn"]["GetAtt"].removesuffix(".Arn")]["Properties"]
            self.assertEqual(dead_letters["MessageRetentionPeriod"], 14 * 24 * 3600)

    def test_the_janitor_reads_the_dead_jobs(self):
        queues = [event["Properties"]["Queue"]["GetAtt"] for event in FUNCTIONS["janitor"]["Events"].values()
                  if event["Type"] == "SQS"]
        self.assertEqual(queues, ["TrainingDeadLetters.Arn"])

    def test_each_function_logs_into_a_group_of_its_own(self):
        groups = [properties["LoggingConfig"]["LogGroup"]["Ref"] for properties in FUNCTIONS.values()]
        self.assertEqual(sorted(groups), sorted(of_type("AWS::Logs::LogGroup")))
        self.assertEqual(len(LOGICAL_ID), len(groups))


if __name__ == "__main__":
    unittest.main()
