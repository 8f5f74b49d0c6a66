import COpenSSL

/// The block cipher SM4 (GB/T 32907-2016), blocks and keys of 16 bytes, in the modes of GB/T 17964.
///
/// None of them notices that something was changed: what is kept goes through ``SealingCipher``.
public struct SM4: Sendable {
    /// The length of keys, blocks and initial vectors, in bytes.
    public static let blockLength = 16
    private let key: Secret

    /// The cipher under a key.
    /// - Throws: ``CryptographyError/wrongLength(_:)`` when it is not of 16 bytes.
    public init(key: Secret) throws {
        guard key.count == Self.blockLength else { throw CryptographyError.wrongLength("SM4 密钥") }
        self.key = key
    }

    /// Encrypts in CTR mode, which is to decrypt as well. A key must never meet the same counter twice.
    /// - Throws: ``CryptographyError/wrongLength(_:)`` when the first counter is not of 16 bytes.
    public func countered(_ bytes: [UInt8], from counter: [UInt8]) throws -> [UInt8] {
        try run(.init(algorithm: Algorithms.sm4CTR, encrypts: true, pads: false), bytes, counter)
    }

    /// Encrypts in CBC mode, padded as PKCS #7 has it.
    /// - Throws: ``CryptographyError/wrongLength(_:)`` when the initial vector is not of 16 bytes.
    public func encryptChained(_ bytes: [UInt8], initialVector: [UInt8]) throws -> [UInt8] {
        try run(.init(algorithm: Algorithms.sm4CBC, encrypts: true, pads: true), bytes, initialVector)
    }

    /// Decrypts what was encrypted in CBC mode.
    /// - Throws: ``CryptographyError/notAuthentic`` when the padding is wrong. Do not tell a stranger: enough such
    ///   answers reveal the contents.
    public func decryptChained(_ bytes: [UInt8], initialVector: [UInt8]) throws -> [UInt8] {
        do {
            return try run(
                .init(algorithm: Algorithms.sm4CBC, encrypts: false, pads: true), bytes, initialVector)
        } catch CryptographyError.unavailable { throw CryptographyError.notAuthentic }
    }

    /// Encrypts whole blocks one by one (ECB): for the vectors of the standard and nothing else.
    func encryptBlocks(_ bytes: [UInt8]) throws -> [UInt8] {
        guard bytes.count.isMultiple(of: Self.blockLength) else {
            throw CryptographyError.wrongLength("SM4 分组")
        }
        let mode = Mode(algorithm: Algorithms.sm4ECB, encrypts: true, pads: false)
        return try run(mode, bytes, [UInt8](repeating: 0, count: Self.blockLength))
    }

    private struct Mode {
        let algorithm: Algorithms.Held
        let encrypts: Bool
        let pads: Bool
    }

    private func run(_ mode: Mode, _ bytes: [UInt8], _ initialVector: [UInt8]) throws -> [UInt8] {
        guard initialVector.count == Self.blockLength else { throw CryptographyError.wrongLength("SM4 初始向量") }
        guard let count = Int32(exactly: bytes.count) else { throw CryptographyError.wrongLength("SM4 明文") }
        let context = try made(EVP_CIPHER_CTX_new(), "SM4")
        // OpenSSL overwrites the key.
        defer { EVP_CIPHER_CTX_free(context) }
        try key.withBytes { key in
            let start = key.assumingMemoryBound(to: UInt8.self).baseAddress
            try require(
                EVP_CipherInit_ex2(
                    context, mode.algorithm.pointer, start, initialVector, mode.encrypts ? 1 : 0, nil), "SM4")
        }
        try require(EVP_CIPHER_CTX_set_padding(context, mode.pads ? 1 : 0), "SM4")
        var output = [UInt8](repeating: 0, count: bytes.count + Self.blockLength)
        var (written, rest): (Int32, Int32) = (0, 0)
        try require(EVP_CipherUpdate(context, &output, &written, bytes, count), "SM4")
        let last = output.withUnsafeMutableBufferPointer {
            EVP_CipherFinal_ex(context, $0.baseAddress.map { $0 + Int(written) }, &rest)
        }
        try require(last, "SM4")
        output.removeLast(output.count - Int(written + rest))
        return output
    }
}
