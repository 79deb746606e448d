"""Nothing always-on: a platform that nobody uses costs nothing but the bytes it stores."""

import unittest

from model import FUNCTIONS, RESOURCES, TEMPLATE, of_type

# Every type here is billed per use, or not at all.
PER_USE = {
    "AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Stage",
    "AWS::CloudFront::Distribution", "AWS::CloudFront::Function", "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudFront::ResponseHeadersPolicy", "AWS::DynamoDB::Table", "AWS::IAM::Role", "AWS::Lambda::Permission",
    "AWS::Logs::LogGroup", "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy",
    "AWS::Serverless::Function",
}


class Cost(unittest.TestCase):
    def test_every_resource_is_billed_per_use(self):
        self.assertEqual({resource["Type"] for resource in RESOURCES.values()} - PER_USE, set())

    def test_no_function_is_kept_warm_or_bound_to_a_network(self):
        for properties in [TEMPLATE["Globals"]["Function"], *FUNCTIONS.values()]:
            for always_on in ("ProvisionedConcurrencyConfig", "SnapStart", "VpcConfig"):
                self.assertNotIn(always_on, properties)

    def test_tables_are_on_demand(self):
        for name, table in of_type("AWS::DynamoDB::Table").items():
            with self.subTest(name):
                self.assertEqual(table["BillingMode"], "PAY_PER_REQUEST")
                self.assertNotIn("ProvisionedThroughput", table)

    def test_logs_do_not_pile_up(self):
        for name, group in of_type("AWS::Logs::LogGroup").items():
            with self.subTest(name):
                self.assertLessEqual(group["RetentionInDays"], 90)


if __name__ == "__main__":
    unittest.main()
