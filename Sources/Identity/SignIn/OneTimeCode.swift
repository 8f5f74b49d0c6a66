import Crypto
import Foundation
import WorkingTime

/// The second factor: a time-based one-time code (RFC 6238) of six digits that changes every 30 seconds.
struct OneTimeCode: Sendable {
    static let stepSeconds: Int64 = 30
    /// One step before and after counts too: clocks of telephones drift (RFC 6238 §5.2).
    static let driftSteps: Int64 = 1

    private let key: SymmetricKey

    /// - Returns: `nil` unless the secret is base32 (RFC 4648) of at least 16 bytes.
    init?(base32 secret: String) {
        guard let bytes = Base32.decode(secret), bytes.count >= 16 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// A new secret: 160 random bits, as RFC 4226 section 4 recommends.
    static func newSecret() -> String { Base32.encode(Randomness.bytes(20)) }

    /// The step in which a code is right, if it is newer than the last one used: a code is good once.
    func acceptedStep(_ code: String, at now: Instant, after lastStep: Int64) -> Int64? {
        let current = now.milliseconds / 1_000 / Self.stepSeconds
        return (current - Self.driftSteps...current + Self.driftSteps).first { step in
            step > lastStep && Self.equal(self.code(step: step), code)
        }
    }

    /// The code of a step: the dynamic truncation of HMAC-SHA-1 (RFC 4226 §5.3).
    func code(step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Compares in the same time wherever the texts differ.
    private static func equal(_ expected: String, _ given: String) -> Bool {
        guard expected.utf8.count == given.utf8.count else { return false }
        return zip(expected.utf8, given.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Base 32 of RFC 4648, in which authenticator apps exchange secrets.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The bytes in this alphabet, without padding.
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var letters: [UInt8] = []
        var (buffer, bits): (UInt32, Int) = (0, 0)
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xffff
            bits += 8
            while bits >= 5 {
                bits -= 5
                letters.append(alphabet[Int(buffer >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { letters.append(alphabet[Int(buffer << UInt32(5 - bits) & 31)]) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The letters in groups of four, which people copy with fewer mistakes.
    static func grouped(_ text: String, separator: String) -> String {
        let letters = Array(text)
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: separator)
    }

    /// - Returns: `nil` for a letter outside the alphabet; blanks and padding are ignored.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, bits): (UInt32, Int) = (0, 0)
        for letter in text.uppercased().utf8 where letter != UInt8(ascii: "=") && letter != UInt8(ascii: " ")
        {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            buffer = (buffer << 5 | UInt32(value)) & 0xffff
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }
}
