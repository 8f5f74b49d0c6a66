import CPKCS11
import Foundation

/// Wraps secrets with an AES-256 key that never leaves a token (密码机, smart card, SoftHSM), through PKCS #11.
///
/// The token is asked once a key when the program starts; sealing then goes at the speed of the machine.
public struct TokenWrapping: KeyWrapping {
    private static let nonceLength = 12
    private static let tagLength = 16
    private let session: TokenSession
    private let key: CK_OBJECT_HANDLE
    private let label: String

    /// The key of a token.
    ///
    /// - Parameters:
    ///   - library: the path of the token's PKCS #11 library.
    ///   - token: the label of the token.
    ///   - key: the label of the key in it.
    ///   - makesKey: whether a key is made when there is none of this label.
    /// - Throws: ``CryptographyError/token(_:code:)`` when it refuses, ``CryptographyError/keyring(_:)`` when there
    ///   is no such token or key.
    public init(library: String, token: String, key: String, pin: Secret, makesKey: Bool = false) throws {
        session = try TokenSession(library: library, label: token, pin: pin)
        label = key
        if let found = try session.findKey(labelled: key) {
            self.key = found
        } else if makesKey {
            self.key = try session.makeKey(labelled: key)
        } else {
            throw CryptographyError.keyring("密码设备 \(token) 里没有名为 \(key) 的密钥。")
        }
    }

    /// `pkcs11:` and the label of the key.
    public var name: String { "pkcs11:\(label)" }

    /// Nonce ‖ ciphertext ‖ tag, by AES-GCM in the token.
    public func wrap(_ secret: Secret, title: String) throws -> [UInt8] {
        let nonce = try Randomness.bytes(Self.nonceLength)
        let wrapped = try secret.withBytes { bytes in
            try run(Array(bytes), nonce, title, "封装密钥", encrypts: true)
        }
        return nonce + wrapped
    }

    /// The secret, opened in the token.
    public func unwrap(_ wrapped: [UInt8], title: String) throws -> Secret {
        guard wrapped.count > Self.nonceLength + Self.tagLength else {
            throw CryptographyError.malformed("封装的密钥")
        }
        var bytes = try run(
            Array(wrapped.dropFirst(Self.nonceLength)), Array(wrapped.prefix(Self.nonceLength)), title,
            "解开密钥", encrypts: false)
        defer { bytes.withUnsafeMutableBytes { Secret.erase($0) } }
        return Secret(bytes)
    }

    private func run(
        _ input: [UInt8], _ nonce: [UInt8], _ title: String, _ what: String, encrypts: Bool
    ) throws -> [UInt8] {
        var (input, nonce, bound) = (input, nonce, Array(title.utf8))
        defer { input.withUnsafeMutableBytes { Secret.erase($0) } }
        return try nonce.withUnsafeMutableBufferPointer { nonce in
            try bound.withUnsafeMutableBufferPointer { bound in
                var parameters = CK_GCM_PARAMS(
                    pIv: nonce.baseAddress, ulIvLen: CK_ULONG(nonce.count),
                    ulIvBits: CK_ULONG(nonce.count * 8), pAAD: bound.baseAddress,
                    ulAADLen: CK_ULONG(bound.count), ulTagBits: CK_ULONG(Self.tagLength * 8))
                return try withUnsafeMutablePointer(to: &parameters) { parameters in
                    var mechanism = CK_MECHANISM(
                        mechanism: CK_MECHANISM_TYPE(CKM_AES_GCM), pParameter: parameters,
                        ulParameterLen: CK_ULONG(MemoryLayout<CK_GCM_PARAMS>.size))
                    return try session.run(&mechanism, key, &input, what, encrypts: encrypts)
                }
            }
        }
    }
}
