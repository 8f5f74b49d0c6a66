import Refusals
import Synchronization
import WorkingTime

/// How often one address or account may try something: a token bucket for each key, in memory.
///
/// Memory is bounded: beyond `maximumKeys` the buckets that are full again are forgotten first, then all.
/// Each of several nodes allows its share; what must be exact belongs into the database.
public final class RateLimit: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: Instant
    }

    private let burst: Double
    private let perMillisecond: Double
    private let maximumKeys: Int
    private let nodes = Mutex(1.0)
    private let buckets = Mutex<[String: Bucket]>([:])

    /// At most `burst` at once and `perMinute` in the long run.
    public init(burst: Int, perMinute: Int, maximumKeys: Int = 10_000) {
        self.burst = Double(max(1, burst))
        perMillisecond = Double(max(1, perMinute)) / 60_000
        self.maximumKeys = maximumKeys
    }

    /// Allows only this node's share from now on, when requests go to so many nodes alike.
    public func share(among count: Int) { nodes.withLock { $0 = Double(max(1, count)) } }

    /// Takes one token. Throws `DomainError.tooMany` with the seconds to wait when there is none.
    public func admit(_ key: String, at now: Instant) throws {
        // One of three nodes sees a third of the requests, so each counts for three.
        let cost = min(burst, nodes.withLock { $0 })
        let missing = buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= maximumKeys { forget(&buckets, at: now) }
            var bucket = buckets[key] ?? Bucket(tokens: burst, at: now)
            refill(&bucket, at: now)
            let missing = max(0, cost - bucket.tokens)
            if missing == 0 { bucket.tokens -= cost }
            buckets[key] = bucket
            return missing
        }
        guard missing > 0 else { return }
        let seconds = Int((missing / perMillisecond / 1000).rounded(.up))
        throw DomainError.tooMany("操作太频繁，请 \(seconds) 秒后再试。", retryAfterSeconds: seconds)
    }

    /// Gives the key its full allowance back: after a successful sign-in, for example.
    public func forgive(_ key: String) { buckets.withLock { $0[key] = nil } }

    /// How far the times of requests that come together may differ.
    private static let toleranceSeconds = 10

    private func refill(_ bucket: inout Bucket, at now: Instant) {
        let elapsed = Double(max(0, now.milliseconds - bucket.at.milliseconds))
        bucket.tokens = min(burst, bucket.tokens + elapsed * perMillisecond)
        // A clock that was set back counts from there: who was told to wait is not to wait until it is caught up.
        let isSetBack = bucket.at - now > Self.toleranceSeconds
        bucket.at = isSetBack ? now : max(bucket.at, now)
    }

    private func forget(_ buckets: inout [String: Bucket], at now: Instant) {
        buckets = buckets.filter { entry in
            var bucket = entry.value
            refill(&bucket, at: now)
            return bucket.tokens < burst
        }
        if buckets.count >= maximumKeys { buckets.removeAll() }
    }
}
