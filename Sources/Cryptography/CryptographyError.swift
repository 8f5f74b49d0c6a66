import Refusals

/// Why something could not be encrypted, opened, signed or verified. None says anything about keys or contents.
public enum CryptographyError: Error, Sendable, Hashable {
    /// The system's OpenSSL does not have what is needed, or failed in it.
    case unavailable(String)
    /// A key, nonce or block is not of the length it must have.
    case wrongLength(String)
    /// The text or bytes are not of the form they should be.
    case malformed(String)
    /// What was sealed has been changed or moved, or the key is another.
    case notAuthentic
    /// The key ring does not have the key that a value was sealed with.
    case unknownKey(String)
    /// The key ring file cannot be used.
    case keyring(String)
    /// The token (PKCS #11) refused, with its return value.
    case token(String, code: UInt)

    /// What is wrong, for whoever keeps the installation.
    public var sentence: Sentence {
        switch self {
        case .unavailable(let what): "系统的 OpenSSL 不能用于 \(what)。"
        case .wrongLength(let what): "\(what) 的长度不对。"
        case .malformed(let what): "\(what) 的格式不对。"
        case .notAuthentic: "密文被改动或者挪动过，或者密钥不对。"
        case .unknownKey(let name): "密钥环里没有密钥 \(name)。"
        case .keyring(let what): "密钥环：\(what)"
        case .token(let what, let code): "密码设备不能\(what)（返回值 0x\(String(code, radix: 16))）。"
        }
    }
}

extension CryptographyError: CustomStringConvertible {
    /// The sentence in Chinese.
    public var description: String { sentence.chinese }
}
