import Refusals
import Web
import WorkingTime

/// What a publisher enters to tell everybody at once (突发事件应对法 art. 44: warnings are published without delay).
struct EmergencyDraft: Sendable, Hashable {
    /// The words.
    var words: String
    /// Where more is said; nil when the words are all.
    var address: String?
    /// How long it stands, in hours.
    var hours: Int

    /// Characters of a notice: it is read on a phone, above everything else.
    static let longest = 120
    /// The most hours; what is known for longer is an article.
    static let mostHours = 168

    init(words: String, address: String? = nil, hours: Int) {
        (self.words, self.address, self.hours) = (words, address, hours)
    }

    /// - Throws: `invalid` with everything that is wrong.
    init(_ form: FormData) throws {
        let address = form["address"] ?? ""
        self.init(
            words: form["words"] ?? "", address: address.isEmpty ? nil : address,
            hours: form["hours"].flatMap { Int($0) } ?? 0)
        try check()
    }

    /// - Throws: `invalid` with everything that is wrong.
    func check() throws {
        var errors: [FieldError] = []
        if words.isEmpty || words.count > Self.longest {
            errors.append(FieldError("words", "请写通知的内容，最多 \(Self.longest) 字。"))
        }
        if words.unicodeScalars.contains(where: { $0.value < 0x20 || (0x202A...0x202E).contains($0.value) }) {
            errors.append(FieldError("words", "请写成一行，不要带看不见的控制字符。"))
        }
        if let address, !Self.isAllowed(address) {
            errors.append(FieldError("address", "网址请写成 /sites/… 或者 https://… 的样子。"))
        }
        if !(1...Self.mostHours).contains(hours) {
            errors.append(FieldError("hours", "显示时间请写 1 到 \(Self.mostHours) 小时。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    private static func isAllowed(_ address: String) -> Bool {
        address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x5C } && address.utf8.count <= 500
            && (address.hasPrefix("https://") || (address.hasPrefix("/") && !address.hasPrefix("//")))
    }
}

/// A notice that was put up.
struct EmergencyPosting: Sendable, Hashable {
    /// Time-ordered.
    let id: Int64
    /// The words.
    let words: String
    /// Where more is said.
    let address: String?
    /// Who put it up, and when.
    let postedByName: String
    let postedAt: Instant
    /// When it goes by itself.
    let endsAt: Instant
    /// When it was taken down before.
    let downAt: Instant?

    /// As it stands on pages; nil when it is down.
    func notice(at now: Instant) -> EmergencyNotice? { now < endsAt ? notice : nil }

    /// The same until its end, which pages watch for themselves.
    var notice: EmergencyNotice? {
        downAt == nil ? EmergencyNotice(words, address: address, until: endsAt) : nil
    }
}
