import Refusals

/// Why what an authenticator sent is not believed.
public enum WebAuthnFault: Error, Sendable, Hashable, CaseIterable {
    /// It cannot be read, or holds what it must not.
    case malformed
    /// It was made for something else: a registration where an assertion is asked for, or the reverse.
    case otherCeremony
    /// It answers a challenge that we did not set.
    case otherChallenge
    /// It was made on another site.
    case otherOrigin
    /// It was made for another relying party.
    case otherRelyingParty
    /// Nobody touched the authenticator.
    case userAbsent
    /// The authenticator did not verify who touched it, by fingerprint, face or PIN.
    case userUnverified
    /// The key is of an algorithm that was not offered.
    case unknownAlgorithm
    /// The attestation is of a kind that we do not take.
    case unknownAttestation
    /// The signature is not by this key.
    case wrongSignature
    /// It comes from a credential that is not the one asked for.
    case otherCredential
    /// The counter did not go on: there are two of this authenticator.
    case counterBack

    /// What is wrong, for whoever tried.
    public var sentence: Sentence {
        switch self {
        case .malformed: "无法读取通行密钥返回的内容，请重试。"
        case .otherCeremony: "通行密钥返回的内容用途不符，请重试。"
        case .otherChallenge: "通行密钥的应答不是针对这一次请求的，请重试。"
        case .otherOrigin: "通行密钥的应答来自其他网站，已拒绝。"
        case .otherRelyingParty: "这个通行密钥不是为本网站建立的。"
        case .userAbsent: "没有检测到您在认证器上的确认，请重试。"
        case .userUnverified: "认证器没有核验指纹、面容或 PIN，请在设备上设置后重试。"
        case .unknownAlgorithm: "不支持这个认证器的签名算法。"
        case .unknownAttestation: "不支持这个认证器的证明方式。"
        case .wrongSignature: "通行密钥的签名不正确。"
        case .otherCredential: "这个通行密钥与所请求的不是同一个。"
        case .counterBack: "通行密钥的计数没有增加，可能已被复制。为保护账号，已拒绝。"
        }
    }
}
