// The two kinds of failure a caller meets (the third, a slip of the programmer, is an assert):
// a bad input is a Reject, a value that ends in the quarantine file while the run goes on;
// a bad set-up (model, lexicon, disk) is a SetupError, thrown once, caught in each face, exit code 2.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace gesta {

struct Reject {
  std::string input;    // file name, WARC record id or JSONL line, as the user can find it again
  uint64_t offset = 0;  // byte in the input where the trouble starts
  std::string reason;   // what is wrong, one line
  std::string advice;   // what to do about it, one line
};

template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Reject reject) : state_(std::move(reject)) {}
  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }
  T* operator->() { return &value(); }
  T& operator*() { return value(); }
  const Reject& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Reject> state_;
};

struct SetupError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace gesta
