/// The examples that the standards print, computed here and compared: whether this machine's OpenSSL can be relied on.
public enum StandardVectors {
    /// One example and what came of it.
    public struct Finding: Sendable, Hashable {
        /// What was computed, and where the example stands.
        public let name: String
        /// Whether it is what the standard prints.
        public let holds: Bool
    }

    /// The hash, and the codes made with it.
    public static func sm3() -> [Finding] {
        [
            finding("SM3 示例 1（GB/T 32905 附录 A.1）", SM3Vectors.short.hash) {
                try SM3.hash(SM3Vectors.short.message)
            },
            finding("SM3 示例 2（GB/T 32905 附录 A.2）", SM3Vectors.long.hash) {
                try SM3.hash(SM3Vectors.long.message)
            },
            finding("HMAC-SM3（GM/T 0042 附录 D.3）", SM3Vectors.code) {
                try HMACSM3(key: Secret(SM3Vectors.key)).code(SM3Vectors.authenticated)
            },
        ]
    }

    /// The block cipher and its modes. The second example encrypts a million times.
    public static func sm4() -> [Finding] {
        [
            finding("SM4 示例 1（GB/T 32907 附录 A.1）", SM4Vectors.once) {
                try SM4Vectors.cipher().encryptBlocks(SM4Vectors.block)
            },
            finding("SM4 示例 2（GB/T 32907 附录 A.2，一百万次）", SM4Vectors.aMillionTimes) {
                let cipher = try SM4Vectors.cipher()
                var block = SM4Vectors.block
                for _ in 0..<1_000_000 { block = try cipher.encryptBlocks(block) }
                return block
            },
            finding("SM4-CBC", SM4Vectors.chained) {
                let text = try SM4Vectors.cipher().encryptChained(
                    SM4Vectors.chainedText, initialVector: SM4Vectors.initialVector)
                return Array(text.prefix(SM4Vectors.chained.count))
            },
            finding("SM4-CTR", SM4Vectors.countered) {
                try SM4Vectors.cipher().countered(
                    SM4Vectors.counteredText, from: SM4Vectors.initialVector)
            },
        ]
    }

    /// The signature and the encryption with a key pair.
    public static func sm2() -> [Finding] {
        [
            finding("SM2 公钥（GB/T 32918.5 附录 A.2）", SM2Vectors.point) {
                try SM2Vectors.key().publicKey.point
            },
            finding("SM2 验签（GB/T 32918.5 附录 A.2）", [1]) {
                let signature = try SM2Signature(bytes: SM2Vectors.signature)
                return try SM2Vectors.key().publicKey.isValid(signature, of: SM2Vectors.signed) ? [1] : [0]
            },
            finding("SM2 签名后验签", [1]) {
                let signature = try SM2Vectors.key().sign(SM2Vectors.signed)
                return try SM2PublicKey(point: SM2Vectors.point).isValid(signature, of: SM2Vectors.signed)
                    ? [1] : [0]
            },
            finding("SM2 解密（GB/T 32918.5 附录 C.2）", SM2Vectors.encrypted) {
                try SM2Vectors.key().decrypt(SM2Vectors.ciphertext)
            },
            finding("SM2 加密后解密", SM2Vectors.encrypted) {
                let key = try SM2Vectors.key()
                return try key.decrypt(key.publicKey.encrypt(SM2Vectors.encrypted))
            },
        ]
    }

    private static func finding(
        _ name: String, _ expected: [UInt8], _ compute: () throws -> [UInt8]
    ) -> Finding {
        Finding(name: name, holds: (try? compute()) == expected && !expected.isEmpty)
    }
}
