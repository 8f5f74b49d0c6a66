import Foundation
import WorkingTime

/// A mail as it is sent (RFC 5322, MIME): plain text in UTF-8.
struct MailLetter: Sendable {
    let from: MailSender
    let to: String
    let subject: String
    let text: String
    /// The same mail has the same one, however often it is sent.
    let messageID: String
    let sentAt: Instant

    /// The bytes, lines ended by CR LF.
    var bytes: [UInt8] {
        let lines = [
            "Date: \(Self.date(sentAt))", "From: \(Self.word(from.name)) <\(from.address)>", "To: <\(to)>",
            "Message-ID: <\(messageID)>", "Subject: \(Self.word(subject))", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated", "",
        ]
        let body = Data(text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn,
        ])
        let wrapped = body.split(whereSeparator: \.isNewline).joined(separator: "\r\n")
        return Array((lines.joined(separator: "\r\n") + "\r\n" + wrapped + "\r\n").utf8)
    }

    /// An encoded word (RFC 2047), in pieces that stay within 75 characters; a line break in it could add headers, so none
    /// is left.
    static func word(_ text: String) -> String {
        let clean = text.map { $0.isNewline ? " " : $0 }
        var (pieces, piece) = ([String](), "")
        for character in clean {
            if piece.utf8.count + String(character).utf8.count > 42 {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// The time in China, as RFC 5322 writes it.
    static func date(_ now: Instant) -> String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let parts = now.day.iso.split(separator: "-").compactMap { Int($0) }
        let second = Int(now.milliseconds / 1_000 % 60)
        let clock = [now.hour, now.minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let weekday = days[now.day.weekday - 1]
        return
            "\(weekday), \(parts[2]) \(months[parts[1] - 1]) \(parts[0]) \(clock.joined(separator: ":")) +0800"
    }
}

/// In whose name mail is sent.
public struct MailSender: Sendable, Hashable {
    /// The name people see.
    public let name: String
    /// The address.
    public let address: String

    /// A sender.
    public init(name: String, address: String) { (self.name, self.address) = (name, address) }
}
