//! Threads. What they compute never depends on how many there are.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

thread_local! {
    /// Threads that the job of this thread may use; `None` outside of jobs.
    static SHARE: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Threads to work on: the machine's, or inside a job of [`map`] that job's share of them.
pub(crate) fn threads() -> usize {
    SHARE.get().unwrap_or_else(|| {
        std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get)
    })
}

/// How many threads to use for `jobs` jobs when the caller allows `allowed`.
pub(crate) fn useful_threads(allowed: usize, jobs: usize) -> usize {
    if cfg!(target_family = "wasm") {
        return 1;
    }
    allowed.min(jobs).clamp(1, 64)
}

/// Does every job once, on up to `threads` threads.
pub(crate) fn for_each_parallel<T: Send>(jobs: Vec<T>, threads: usize, work: impl Fn(T) + Sync) {
    let threads = useful_threads(threads, jobs.len());
    if threads == 1 {
        jobs.into_iter().for_each(work);
        return;
    }
    let next = AtomicUsize::new(0);
    let slots: Vec<Mutex<Option<T>>> = jobs.into_iter().map(|job| Mutex::new(Some(job))).collect();
    let run = || {
        while let Some(slot) = slots.get(next.fetch_add(1, Ordering::Relaxed)) {
            let job = slot.lock().map_or(None, |mut job| job.take());
            if let Some(job) = job {
                work(job);
            }
        }
    };
    std::thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        run();
        for helper in helpers {
            if let Err(panic) = helper.join() {
                resume_unwind(panic);
            }
        }
    });
}

/// What `work` makes of each job, in the order of the jobs, on all of [`threads`].
pub(crate) fn map<T: Send, R: Send>(jobs: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    map_at_most(usize::MAX, jobs, |_| 0, work)
}

/// The same with up to `most` jobs at a time, those of the largest `cost` first, so that none of them is left alone at
/// the end. The threads are shared among the jobs at work.
pub(crate) fn map_at_most<T: Send, R: Send>(
    most: usize,
    jobs: Vec<T>,
    cost: impl Fn(&T) -> u64,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let all = threads();
    let workers = useful_threads(all.min(most), jobs.len());
    let results: Vec<Mutex<Option<R>>> = jobs.iter().map(|_| Mutex::new(None)).collect();
    let mut queue: Vec<(usize, T)> = jobs.into_iter().enumerate().collect();
    queue.sort_by_cached_key(|(_, job)| std::cmp::Reverse(cost(job)));
    for_each_parallel(queue, workers, |(index, job)| {
        let _share = Share::take((all / workers).max(1));
        let result = work(job);
        *results[index]
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(result);
    });
    let taken = results.into_iter().map(|result| result.into_inner());
    taken
        .filter_map(|result| result.unwrap_or_else(PoisonError::into_inner))
        .collect()
}

/// Holds a thread to its share of threads until it is dropped.
struct Share(Option<usize>);

impl Share {
    fn take(threads: usize) -> Self {
        Self(SHARE.replace(Some(threads)))
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        SHARE.set(self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        for most in [1, 2, 7] {
            let squares = map_at_most(most, (0..40_u64).collect(), |&job| job % 5, |job| job * job);
            assert_eq!(squares, (0..40).map(|job| job * job).collect::<Vec<_>>());
        }
        assert!(map(Vec::<u8>::new(), |job| job).is_empty());
    }

    #[test]
    fn jobs_share_the_threads() {
        let all = threads();
        for most in [1, 2, all] {
            let workers = most.min(all).min(8);
            let shares = map_at_most(most, vec![(); 8], |()| 0, |()| threads());
            assert_eq!(shares, vec![all / workers; 8]);
            // Jobs within jobs have only that share to divide.
            let nested = |()| map(vec![(); 2], |()| threads());
            let nested = map_at_most(most, vec![(); 8], |()| 0, nested).concat();
            assert!(nested.iter().all(|&share| share <= shares[0]));
        }
        assert_eq!(threads(), all);
    }

    #[test]
    #[should_panic(expected = "of a job")]
    fn a_panic_of_a_job_comes_out() {
        map(vec![0, 1, 2], |job| assert!(job != 1, "of a job"));
    }
}
