import Refusals
import WorkingTime

/// What an exchange tells of a call.
struct CallEvent: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case ringing, answered, ended
    }

    let kind: Kind
    let reference: String
    let caller: String?
    let line: String
    let at: Instant

    /// So far the clock of an exchange may be off, in seconds.
    static let toleranceSeconds = 300
    /// So long it may take until an event arrives, in seconds.
    static let latestSeconds = 86_400

    /// What was sent, when it makes sense.
    ///
    /// - Throws: `invalid` naming every member that is wrong.
    init(_ sent: CallEventJSON, at now: Instant) throws {
        var errors: [FieldError] = []
        let kind = Kind(rawValue: sent.event)
        if kind == nil { errors.append(FieldError("event", "应为 ringing、answered 或者 ended。")) }
        if !(1...64).contains(sent.call.count) || !sent.call.isPrintable {
            errors.append(FieldError("call", "通话编号应为 1 到 64 字。"))
        }
        let isLine = sent.extension.wholeMatch(of: /[0-9]{2,8}/) != nil
        if !isLine { errors.append(FieldError("extension", "分机应为 2 到 8 位数字。")) }
        let caller = Self.number(sent.caller)
        if let caller, caller.wholeMatch(of: /\+?[0-9]{3,20}/) == nil {
            errors.append(FieldError("caller", "来电号码应为 3 到 20 位数字，隐藏号码写 null。"))
        }
        let at = sent.at.map { Instant(rfc3339: $0) } ?? now
        if let at, !Self.isNear(at, now) {
            errors.append(FieldError("at", "时间比现在晚，或者超过一天以前。"))
        }
        if at == nil { errors.append(FieldError("at", "时间应为 RFC 3339，例如 2026-11-21T10:24:00+08:00。")) }
        guard errors.isEmpty, let kind, let at else { throw DomainError.invalid(errors) }
        (self.kind, reference, self.caller, line, self.at) = (kind, sent.call, caller, sent.extension, at)
    }

    /// Exchanges write a hidden number in several ways.
    private static func number(_ text: String?) -> String? {
        let text = (text ?? "").filter { !" -()".contains($0) }
        return text.isEmpty || ["anonymous", "unknown", "private"].contains(text.lowercased()) ? nil : text
    }

    private static func isNear(_ at: Instant, _ now: Instant) -> Bool {
        at <= now.adding(seconds: toleranceSeconds) && at >= now.adding(seconds: -latestSeconds)
    }
}

/// The same as it is sent.
struct CallEventJSON: Decodable, Sendable {
    let event: String
    let call: String
    let `extension`: String
    let caller: String?
    let at: String?
}

extension String {
    fileprivate var isPrintable: Bool { unicodeScalars.allSatisfy { $0.value >= 32 } }
}
