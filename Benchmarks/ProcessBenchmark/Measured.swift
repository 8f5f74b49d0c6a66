import Foundation

/// Time and processor time of a stretch of work.
struct Measured {
    /// Seconds by the clock.
    let seconds: Double
    /// Seconds of all threads on all processors.
    let cpuSeconds: Double

    private struct Mark {
        let clock = ContinuousClock.now
        let cpuSeconds: Double

        init() {
            var usage = rusage()
            getrusage(RUSAGE_SELF.rawValue, &usage)
            cpuSeconds = [usage.ru_utime, usage.ru_stime].reduce(0) {
                $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
            }
        }
    }

    /// Does the work and takes its time.
    static func of<Result>(_ work: () async throws -> Result) async rethrows -> (Measured, Result) {
        let begin = Mark()
        let result = try await work()
        let end = Mark()
        let seconds = (end.clock - begin.clock) / Duration.seconds(1)
        return (Measured(seconds: seconds, cpuSeconds: end.cpuSeconds - begin.cpuSeconds), result)
    }
}

/// What is printed: one line, with sorted keys.
func report(_ figures: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(figures), as: UTF8.self))
}
