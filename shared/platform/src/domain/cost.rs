//! What a job costs.

/// AWS Lambda, arm64, us-east-1, first pricing tier: dollars per GB-second.
/// Source: AWS Lambda pricing page, "Arm Price".
const LAMBDA_USD_PER_GB_SECOND: f64 = 0.000_013_333_4;
/// One invocation. Source: the same page.
const LAMBDA_USD_PER_REQUEST: f64 = 0.000_000_2;
/// One SQS message is sent, received and deleted: three requests of the standard queue tier.
const SQS_USD_PER_JOB: f64 = 3.0 * 0.000_000_4;

/// Dollars for one job that ran `duration_ms` milliseconds in a function of `memory_mb` MiB.
///
/// Lambda bills per started millisecond, memory in GB of 1024 MiB; storage is not counted.
pub fn job_cost_usd(duration_ms: u64, memory_mb: u32) -> f64 {
    let gb_seconds = f64::from(memory_mb) / 1024.0 * duration_ms as f64 / 1000.0;
    gb_seconds * LAMBDA_USD_PER_GB_SECOND + LAMBDA_USD_PER_REQUEST + SQS_USD_PER_JOB
}

#[cfg(test)]
mod tests {
    use super::job_cost_usd;

    #[test]
    fn a_minute_of_three_gigabytes_costs_about_a_quarter_of_a_cent() {
        let cost = job_cost_usd(60_000, 3072);
        assert!((cost - 0.002_401_412).abs() < 1e-9, "{cost}");
    }
}
