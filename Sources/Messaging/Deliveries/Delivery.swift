import Jobs
import Refusals
import WorkingTime

/// One message on one way out of the house.
public struct Delivery: Sendable, Hashable, Identifiable {
    /// How far it has come.
    public enum State: String, Sendable, CaseIterable {
        /// It is to be handed over, for the first time or again.
        case waiting
        /// A carrier has taken it; whether it arrived is not known.
        case sent
        /// It is with the person.
        case delivered
        /// Every carrier said that it will never take it.
        case refused
        /// The carrier told that it did not arrive.
        case undelivered
        /// Too many tries failed.
        case exhausted
        /// There was no address to send it to.
        case skipped
    }

    /// Whose it is.
    public enum Origin: Sendable, Hashable {
        /// A message of the house to an account.
        case message(Int64, account: Int64)
        /// Something a program sends, and what the program calls it.
        case program(Int64, code: String, reference: String?)
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// Whose it is.
    public let origin: Origin
    /// The template, and which version of it when a program's.
    public let templateKey: String?
    /// The version of the template.
    public let templateVersion: Int?
    /// The way.
    public let channel: OutwardChannel
    /// What it is for.
    public let kind: MessageKind
    /// The address; nil while it is to be looked up.
    public var recipient: String?
    /// What it is about.
    public let subject: String
    /// The words, as they are sent.
    public let text: String
    /// When it was asked for.
    public let createdAt: Instant
    /// How far it has come.
    public internal(set) var state = State.waiting
    /// How often it was tried.
    public internal(set) var attempts = 0
    /// When it is handed over, or tried again.
    public internal(set) var dueAt: Instant
    /// When a carrier took it.
    public internal(set) var sentAt: Instant?
    /// When nothing more was to come.
    public internal(set) var finishedAt: Instant?
    /// Who took it.
    public internal(set) var carrier: String?
    /// What the carrier calls it.
    public internal(set) var carrierReference: String?
    /// Why it did not go; no personal data.
    public internal(set) var failure: String?
}

/// What may become of it.
extension Delivery {
    /// Takes in what came of handing it over.
    ///
    /// - Returns: whether it is to be tried again.
    mutating func take(_ course: CarrierLine.Course, at now: Instant, jitter: Double) -> Bool {
        guard !course.tries.isEmpty else {
            dueAt = now.adding(seconds: Breaker.firstRestSeconds)
            return true
        }
        attempts += 1
        if let receipt = course.receipt {
            (carrier, carrierReference, sentAt, failure) = (course.carrier, receipt.reference, now, nil)
            state = receipt.isDelivered ? .delivered : .sent
            finishedAt = receipt.isDelivered ? now : nil
            return false
        }
        failure = course.tries.last?.reason
        guard !course.isRefused, attempts < Backoff.attemptLimit else {
            (state, finishedAt) = (course.isRefused ? .refused : .exhausted, now)
            return false
        }
        dueAt = now.adding(seconds: Backoff.delaySeconds(attempt: attempts, jitter: jitter))
        return true
    }

    /// Takes note that there is nobody to send it to.
    mutating func skip(at now: Instant) {
        (state, finishedAt, failure) = (.skipped, now, channel == .sms ? "没有登记手机号" : "没有确认过的邮箱")
    }

    /// Takes in what its carrier tells. A receipt that comes twice, or after the last word, changes nothing.
    ///
    /// - Parameter reason: why it did not arrive, when it did not; kept as far as it is short.
    mutating func receive(arrived: Bool, reason: String?, at now: Instant) {
        guard state == .sent else { return }
        (state, finishedAt) = (arrived ? .delivered : .undelivered, now)
        if !arrived { failure = reason.map { String($0.prefix(60)) } ?? "运营商没有送到" }
    }

    /// Asks for it once more.
    ///
    /// - Throws: `conflict` for one that went, or still waits.
    mutating func resend(at now: Instant) throws {
        guard [.refused, .undelivered, .exhausted, .skipped].contains(state) else {
            throw DomainError.conflict("只有没有送到的消息可以重新发送。")
        }
        (state, finishedAt, failure, dueAt) = (.waiting, nil, nil, now)
        (carrier, carrierReference, sentAt) = (nil, nil, nil)
    }
}

extension Delivery.State {
    /// The state in words.
    public var chinese: String {
        switch self {
        case .waiting: "等待发送"
        case .sent: "已发出"
        case .delivered: "已送达"
        case .refused: "被拒收"
        case .undelivered: "没有送到"
        case .exhausted: "多次发送失败"
        case .skipped: "没有地址"
        }
    }

    /// Whether somebody should look at it.
    public var isFailure: Bool { self == .refused || self == .undelivered || self == .exhausted }
}
