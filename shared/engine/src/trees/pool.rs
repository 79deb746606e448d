//! Threads. What they compute never depends on how many there are.

use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many threads to use for `jobs` jobs when the caller allows `allowed`.
pub(super) fn useful_threads(allowed: usize, jobs: usize) -> usize {
    if cfg!(target_family = "wasm") {
        return 1;
    }
    allowed.min(jobs).clamp(1, 64)
}

/// Does every job once, on up to `threads` threads.
pub(super) fn for_each_parallel<T: Send>(jobs: Vec<T>, threads: usize, work: impl Fn(T) + Sync) {
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
