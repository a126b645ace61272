// Work on items in parallel, give results in the order the items came: output is the same for every number of threads.
// At most `window` items are in flight, so memory stays bounded however slow the first of them is.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace gesta {

template <class Item, class Outcome>
class OrderedWorkers {
 public:
  // `work` runs on many threads at once; `deliver` on one at a time, in order.
  OrderedWorkers(unsigned threads, std::function<Outcome(Item&&)> work, std::function<void(Outcome&&)> deliver)
      : window_(threads * 4), work_(std::move(work)), deliver_(std::move(deliver)) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  }

  ~OrderedWorkers() { finish(); }

  void add(Item item) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return added_ - delivered_ < window_; });
    queue_.emplace_back(added_++, std::move(item));
    ready_.notify_one();
  }

  void finish() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (true) {
      ready_.wait(lock, [&] { return closed_ || !queue_.empty(); });
      if (queue_.empty()) return;
      auto [number, item] = std::move(queue_.front());
      queue_.pop_front();
      lock.unlock();
      Outcome outcome = work_(std::move(item));
      lock.lock();
      done_.emplace(number, std::move(outcome));
      for (auto next = done_.find(delivered_); next != done_.end(); next = done_.find(delivered_)) {
        deliver_(std::move(next->second));
        done_.erase(next);
        ++delivered_;
      }
      room_.notify_all();
    }
  }

  const uint64_t window_;
  std::function<Outcome(Item&&)> work_;
  std::function<void(Outcome&&)> deliver_;
  std::mutex mutex_;
  std::condition_variable ready_, room_;
  std::deque<std::pair<uint64_t, Item>> queue_;
  std::map<uint64_t, Outcome> done_;
  uint64_t added_ = 0, delivered_ = 0;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace gesta
