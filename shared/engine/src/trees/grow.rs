//! Growing one tree: which node is split next, and when to stop.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::split::Split;

/// No tree is deeper, so that walking down recursively is always possible.
pub(super) const MAX_DEPTH: usize = 1_024;

/// When to stop growing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) max_depth: usize,
    pub(super) max_leaf_nodes: usize,
    pub(super) min_samples_split: usize,
    pub(super) min_samples_leaf: usize,
    /// Whether the node with the largest gain is split first; otherwise order does not matter.
    pub(super) best_first: bool,
}

/// A node and its rows: a stretch of the finder's row list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) node: usize,
    pub(super) begin: usize,
    pub(super) end: usize,
    /// Whether a split is wanted.
    pub(super) search: bool,
}

impl Part {
    pub(super) const fn len(&self) -> usize {
        self.end - self.begin
    }
}

/// Finds the splits of one tree.
pub(super) trait Finder {
    /// Number of rows of the tree.
    fn rows(&self) -> usize;
    /// The best split of the root.
    fn root(&mut self, root: Part) -> Option<Split>;
    /// Sorts the rows of a node into its children; returns where the right one begins.
    fn partition(&mut self, part: Part, split: &Split) -> usize;
    /// The best splits of the children of `parent`, whose split was `split`.
    fn children(&mut self, parent: usize, split: &Split, parts: [Part; 2]) -> [Option<Split>; 2];
    /// The best split of a node whose first one left too few rows in a child.
    fn again(&mut self, part: Part) -> Option<Split>;
    /// The node will not be split.
    fn close(&mut self, node: usize);
}

/// A node of a tree that is grown. Node 0 is the root; children come after their parents.
#[derive(Clone, Debug)]
pub(super) struct GrownNode {
    /// The split and the numbers of the children.
    pub(super) split: Option<(Split, [usize; 2])>,
    pub(super) begin: usize,
    pub(super) end: usize,
    depth: usize,
}

struct Open {
    priority: f64,
    node: usize,
    split: Split,
    retried: bool,
}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_priority = self.priority.total_cmp(&other.priority);
        by_priority.then_with(|| other.node.cmp(&self.node))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Open {}

impl Limits {
    fn may_split(&self, rows: usize, depth: usize) -> bool {
        depth < self.max_depth.min(MAX_DEPTH)
            && rows >= self.min_samples_split
            && rows >= self.min_samples_leaf.saturating_mul(2)
    }

    fn priority(&self, split: &Split, node: usize) -> f64 {
        // Newest first keeps the list of open nodes short.
        if self.best_first {
            split.gain
        } else {
            node as f64
        }
    }
}

/// Grows a tree over all rows of the finder.
pub(super) fn grow(finder: &mut impl Finder, limits: &Limits) -> Vec<GrownNode> {
    let rows = finder.rows();
    let mut nodes = vec![GrownNode {
        split: None,
        begin: 0,
        end: rows,
        depth: 0,
    }];
    let mut open = BinaryHeap::new();
    let push = |open: &mut BinaryHeap<Open>, node, split: Option<Split>, retried| {
        if let Some(split) = split {
            open.push(Open {
                priority: limits.priority(&split, node),
                node,
                split,
                retried,
            });
        }
    };
    if limits.may_split(rows, 0) {
        let root = finder.root(Part {
            node: 0,
            begin: 0,
            end: rows,
            search: true,
        });
        push(&mut open, 0, root, false);
    }
    let mut leaves = 1;
    while let Some(Open {
        node,
        split,
        retried,
        ..
    }) = open.pop()
    {
        if leaves >= limits.max_leaf_nodes {
            finder.close(node);
            continue;
        }
        let GrownNode {
            begin, end, depth, ..
        } = nodes[node];
        let part = Part {
            node,
            begin,
            end,
            search: true,
        };
        let middle = finder.partition(part, &split);
        if (middle - begin).min(end - middle) < limits.min_samples_leaf {
            // Rows were estimated from hessians, and the estimate was off.
            let other = if retried { None } else { finder.again(part) };
            if other.is_none() {
                finder.close(node);
            }
            push(&mut open, node, other, true);
            continue;
        }
        leaves += 1;
        let first = nodes.len();
        let parts =
            [(first, begin, middle), (first + 1, middle, end)].map(|(node, begin, end)| Part {
                node,
                begin,
                end,
                search: leaves < limits.max_leaf_nodes && limits.may_split(end - begin, depth + 1),
            });
        for part in parts {
            nodes.push(GrownNode {
                split: None,
                begin: part.begin,
                end: part.end,
                depth: depth + 1,
            });
        }
        nodes[node].split = Some((split, [first, first + 1]));
        let found = finder.children(node, &split, parts);
        for (part, split) in parts.into_iter().zip(found) {
            push(&mut open, part.node, split, false);
        }
    }
    nodes
}
