/// How often and how long something is tried that works most of the time.
///
/// An attempt is given up after ten seconds, and none begins later than five seconds after the first: whoever
/// waits has an answer within fifteen.
struct Retrying: Sendable {
    var pauses: [Duration] = [.milliseconds(200), .milliseconds(800), .seconds(2)]
    var attemptLimit: Duration = .seconds(10)
    var lastBeginning: Duration = .seconds(5)
    /// Waits: between two attempts, and for one to take too long. Tests do not.
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    /// A clock that never goes back.
    var now: @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }

    /// The result of the first attempt that does not throw, or what the last one threw. A final refusal is not
    /// asked for again.
    func run<T: Sendable>(_ attempt: @escaping @Sendable () async throws -> T) async throws -> T {
        let began = now()
        for length in pauses {
            do { return try await limited(attempt) } catch {
                try Task.checkCancellation()
                guard (error as? S3Refusal)?.isFinal != true,
                    began.duration(to: now()) + length <= lastBeginning
                else { throw error }
            }
            try await sleep(length)
        }
        return try await limited(attempt)
    }

    private func limited<T: Sendable>(_ attempt: @escaping @Sendable () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: T.self) { [attemptLimit, sleep] group in
            group.addTask(operation: attempt)
            group.addTask {
                try await sleep(attemptLimit)
                throw AttemptTimedOut()
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw AttemptTimedOut() }
            return first
        }
    }
}

/// An attempt took too long.
struct AttemptTimedOut: Error {}
