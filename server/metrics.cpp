#include "server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <sstream>

namespace server {
namespace {
const prometheus::Histogram::BucketBoundaries kSeconds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                          0.1,   0.25,   0.5,   1.0,  2.5,   5.0};
}

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("praktijkbank_requests_total")
                                                          .Help("Requests answered, by route and status")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& durations = prometheus::BuildHistogram()
                                                             .Name("praktijkbank_request_duration_seconds")
                                                             .Help("Time to make an answer, by route")
                                                             .Register(registry);
  prometheus::Gauge& documents = prometheus::BuildGauge()
                                     .Name("praktijkbank_documents")
                                     .Help("Public documents in the index that is served")
                                     .Register(registry)
                                     .Add({});
  prometheus::Family<prometheus::Gauge>& generation = prometheus::BuildGauge()
                                                          .Name("praktijkbank_generation_info")
                                                          .Help("The generation of the index that is served")
                                                          .Register(registry);
  std::mutex mutex;
  std::string current;
  prometheus::Gauge* current_gauge = nullptr;
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::count(std::string_view route, int status, double seconds) {
  const std::string name(route);
  state_->requests.Add({{"route", name}, {"status", std::to_string(status)}}).Increment();
  state_->durations.Add({{"route", name}}, kSeconds).Observe(seconds);
}

std::string Metrics::text(std::uint64_t documents, const std::string& generation) const {
  state_->documents.Set(static_cast<double>(documents));
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->current != generation) {
      if (state_->current_gauge) state_->generation.Remove(state_->current_gauge);
      state_->current_gauge = &state_->generation.Add({{"generation", generation}});
      state_->current_gauge->Set(1);
      state_->current = generation;
    }
  }
  std::ostringstream out;
  prometheus::TextSerializer().Serialize(out, state_->registry.Collect());
  return out.str();
}

}  // namespace server
