import Testing

@testable import Cryptography

@Suite("SM2, SM3 and SM4")
struct ShangMiTests {
    private let message = Array("准予行政许可决定书".utf8)

    @Test(
        "a signature is wrong for another message, another identity, another key, and when a bit is changed")
    func signatureRefused() throws {
        let (key, other) = (try SM2PrivateKey(), try SM2PrivateKey())
        let signature = try key.sign(message, identity: Array("scjg".utf8))
        #expect(try !key.publicKey.isValid(signature, of: message + [0], identity: Array("scjg".utf8)))
        #expect(try !key.publicKey.isValid(signature, of: message))
        #expect(try !other.publicKey.isValid(signature, of: message, identity: Array("scjg".utf8)))
        var changed = signature.bytes
        changed[63] ^= 1
        #expect(
            try !key.publicKey.isValid(
                SM2Signature(bytes: changed), of: message, identity: Array("scjg".utf8)))
        #expect(try key.publicKey.isValid(signature, of: message, identity: Array("scjg".utf8)))
    }

    @Test("what is no signature is refused", arguments: [[], [0x30], Array(repeating: UInt8(0), count: 63)])
    func noSignature(_ bytes: [UInt8]) {
        #expect(throws: CryptographyError.self) { try SM2Signature(bytes: bytes) }
        #expect(throws: CryptographyError.self) { try SM2Signature(der: bytes) }
    }

    @Test("a signature is the same in its two spellings")
    func spellings() throws {
        let signature = try SM2PrivateKey().sign(message)
        #expect(try SM2Signature(der: signature.der()) == signature)
        let small = try SM2Signature(
            bytes: Array(repeating: 0, count: 31) + [1] + Array(repeating: 0, count: 31) + [2])
        #expect(try small.der() == [0x30, 6, 2, 1, 1, 2, 1, 2])
    }

    @Test(
        "a scalar of nought, of the order and of another length is no key, and neither is a point beside the curve"
    )
    func noKey() throws {
        let order = try #require(
            Hexadecimal.bytes("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123"))
        for bytes in [Array(repeating: UInt8(0), count: 32), order, [1]] {
            #expect(throws: CryptographyError.self) { try SM2PrivateKey(scalar: Secret(bytes)) }
        }
        var point = SM2Vectors.point
        point[64] ^= 1
        #expect(throws: CryptographyError.self) { try SM2PublicKey(point: point) }
        #expect(throws: CryptographyError.self) { try SM2PublicKey(point: [4]) }
    }

    @Test("keys come back from PEM, and what is no SM2 key does not")
    func pem() throws {
        let key = try SM2PrivateKey()
        #expect(try SM2PrivateKey(pem: key.pem()).publicKey == key.publicKey)
        #expect(try SM2PublicKey(pem: key.publicKey.pem()) == key.publicKey)
        #expect(throws: CryptographyError.self) { try SM2PrivateKey(pem: key.publicKey.pem()) }
        #expect(throws: CryptographyError.self) { try SM2PublicKey(pem: "") }
        let p256 = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt
            6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==
            -----END PUBLIC KEY-----
            """
        #expect(throws: CryptographyError.self) { try SM2PublicKey(pem: p256) }
    }

    @Test(
        "a ciphertext that was changed or is for somebody else is not opened, and nothing cannot be encrypted"
    )
    func ciphertextRefused() throws {
        let key = try SM2PrivateKey()
        var ciphertext = try key.publicKey.encrypt(message)
        #expect(try key.decrypt(ciphertext) == message)
        #expect(throws: CryptographyError.notAuthentic) { try SM2PrivateKey().decrypt(ciphertext) }
        ciphertext[ciphertext.count - 1] ^= 1
        #expect(throws: CryptographyError.notAuthentic) { try key.decrypt(ciphertext) }
        #expect(throws: CryptographyError.notAuthentic) { try key.decrypt([]) }
        #expect(throws: CryptographyError.self) { try key.publicKey.encrypt([]) }
    }

    @Test("SM4 refuses keys, counters and blocks of another length")
    func lengths() throws {
        #expect(throws: CryptographyError.self) { try SM4(key: Secret([1])) }
        let cipher = try SM4Vectors.cipher()
        #expect(throws: CryptographyError.self) { try cipher.countered([1], from: [1]) }
        #expect(throws: CryptographyError.self) { try cipher.encryptChained([1], initialVector: []) }
        #expect(throws: CryptographyError.self) { try cipher.encryptBlocks([1]) }
    }

    @Test(
        "SM4-CBC gives back what it was given, and a wrong end is not opened",
        arguments: [0, 1, 15, 16, 17, 1000])
    func chained(_ count: Int) throws {
        let (cipher, vector) = (try SM4Vectors.cipher(), SM4Vectors.initialVector)
        let text = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let sealed = try cipher.encryptChained(text, initialVector: vector)
        #expect(try cipher.decryptChained(sealed, initialVector: vector) == text)
        #expect(throws: CryptographyError.notAuthentic) {
            try cipher.decryptChained(sealed.dropLast(), initialVector: vector)
        }
    }

    @Test("a hash is the same however the bytes come, and the hash of nothing is known")
    func pieces() throws {
        var hash = try SM3()
        for byte in message { try [byte].withUnsafeBytes { try hash.update($0) } }
        let pieces = try hash.finish()
        #expect(try pieces == SM3.hash(message))
        #expect(
            Hexadecimal.text(try SM3.hash([]))
                == "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")
    }

    @Test("HMAC-SM3 is the same however the bytes come, and takes long keys")
    func codes() throws {
        let code = try HMACSM3(key: Secret(Array("Jefe".utf8)))
        let expected = "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882"
        #expect(Hexadecimal.text(try code.code(Array("what do ya want for nothing?".utf8))) == expected)
        #expect(
            Hexadecimal.text(try code.code(Array("what do ya want ".utf8), [], Array("for nothing?".utf8)))
                == expected)
        let long = try HMACSM3(key: Secret(Array(repeating: 7, count: 100)))
        let hashed = try HMACSM3(key: Secret(SM3.hash(Array(repeating: 7, count: 100))))
        #expect(try long.code([1]) == hashed.code([1]))
    }

    @Test("a key is read from its point again, however often")
    func points() throws {
        for _ in 0..<300 {
            let key = try SM2PrivateKey().publicKey
            #expect(try SM2PublicKey(point: key.point) == key)
        }
    }
}
