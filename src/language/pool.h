// Working memory that is free, kept for the next caller; as many as there are threads at most.
#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "language/net.h"

namespace gesta {

struct Workspace {
  explicit Workspace(size_t own_share) : share(own_share), parser(own_share) {}
  size_t share;  // of the caches of the parser and the taggers of names
  Scratch parser;
  std::vector<Scratch> entities, events;  // one a tagger
};

class WorkspacePool {
 public:
  struct GiveBack {
    WorkspacePool* pool;
    void operator()(Workspace* work) const { pool->give(work); }
  };
  using Lease = std::unique_ptr<Workspace, GiveBack>;  // back in the pool when it goes

  explicit WorkspacePool(size_t share) : share_(share) {}
  Lease take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return Lease(new Workspace(share_), {this});
    Lease lease(free_.back().release(), {this});
    free_.pop_back();
    return lease;
  }

 private:
  void give(Workspace* work) {
    const std::lock_guard lock(mutex_);
    free_.emplace_back(work);
  }
  size_t share_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> free_;
};

}  // namespace gesta
