import CPKCS11

extension TokenSession {
    /// The secret key with this label, or nil.
    func findKey(labelled label: String) throws -> CK_OBJECT_HANDLE? {
        var (kind, name) = (CK_OBJECT_CLASS(CKO_SECRET_KEY), Array(label.utf8))
        return try withAttributes { attributes in
            attributes.add(CKA_CLASS, &kind)
            attributes.add(CKA_LABEL, &name)
            try Self.check(
                functions.C_FindObjectsInit?(handle, attributes.start, attributes.count), "查找密钥")
            defer { _ = functions.C_FindObjectsFinal?(handle) }
            var (found, count): (CK_OBJECT_HANDLE, CK_ULONG) = (0, 0)
            try Self.check(functions.C_FindObjects?(handle, &found, 1, &count), "查找密钥")
            return count == 1 ? found : nil
        }
    }

    /// A new AES-256 key that stays in the token and cannot be read out of it.
    func makeKey(labelled label: String) throws -> CK_OBJECT_HANDLE {
        var (yes, no) = (CK_BBOOL(1), CK_BBOOL(0))
        var (length, name) = (CK_ULONG(32), Array(label.utf8))
        var mechanism = CK_MECHANISM(
            mechanism: CK_MECHANISM_TYPE(CKM_AES_KEY_GEN), pParameter: nil, ulParameterLen: 0)
        return try withAttributes { attributes in
            for attribute in [CKA_TOKEN, CKA_PRIVATE, CKA_SENSITIVE, CKA_ENCRYPT, CKA_DECRYPT] {
                attributes.add(attribute, &yes)
            }
            attributes.add(CKA_EXTRACTABLE, &no)
            attributes.add(CKA_VALUE_LEN, &length)
            attributes.add(CKA_LABEL, &name)
            var key: CK_OBJECT_HANDLE = 0
            try Self.check(
                functions.C_GenerateKey?(handle, &mechanism, attributes.start, attributes.count, &key),
                "生成密钥")
            return key
        }
    }

    /// Encrypts or decrypts in one go.
    func run(
        _ mechanism: inout CK_MECHANISM, _ key: CK_OBJECT_HANDLE, _ input: inout [UInt8], _ what: String,
        encrypts: Bool
    ) throws -> [UInt8] {
        try exclusively {
            var output = [UInt8](repeating: 0, count: input.count + 64)
            var length = CK_ULONG(output.count)
            let size = CK_ULONG(input.count)
            if encrypts {
                try Self.check(functions.C_EncryptInit?(handle, &mechanism, key), what)
                try Self.check(functions.C_Encrypt?(handle, &input, size, &output, &length), what)
            } else {
                try Self.check(functions.C_DecryptInit?(handle, &mechanism, key), what)
                try Self.check(functions.C_Decrypt?(handle, &input, size, &output, &length), what)
            }
            output.removeLast(output.count - Int(length))
            return output
        }
    }
}

/// Attributes of an object, with copies of their values that last as long as they do.
final class TokenAttributes {
    private var attributes: [CK_ATTRIBUTE] = []
    private var values: [UnsafeMutableRawBufferPointer] = []
    private var lent: UnsafeMutableBufferPointer<CK_ATTRIBUTE>?

    deinit {
        values.forEach { $0.deallocate() }
        lent?.deallocate()
    }

    func add<T: BitwiseCopyable>(_ type: UInt, _ value: inout T) {
        withUnsafeBytes(of: &value) { add(type, copying: $0) }
    }

    func add(_ type: UInt, _ value: inout [UInt8]) {
        value.withUnsafeBytes { add(type, copying: $0) }
    }

    private func add(_ type: UInt, copying bytes: UnsafeRawBufferPointer) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        copy.copyMemory(from: bytes)
        values.append(copy)
        attributes.append(
            CK_ATTRIBUTE(
                type: CK_ATTRIBUTE_TYPE(type), pValue: copy.baseAddress, ulValueLen: CK_ULONG(bytes.count)))
    }

    var count: CK_ULONG { CK_ULONG(attributes.count) }

    var start: UnsafeMutablePointer<CK_ATTRIBUTE>? {
        let buffer = UnsafeMutableBufferPointer<CK_ATTRIBUTE>.allocate(capacity: attributes.count)
        _ = buffer.initialize(from: attributes)
        lent?.deallocate()
        lent = buffer
        return buffer.baseAddress
    }
}

func withAttributes<T>(_ body: (TokenAttributes) throws -> T) rethrows -> T {
    let attributes = TokenAttributes()
    defer { withExtendedLifetime(attributes) {} }
    return try body(attributes)
}
