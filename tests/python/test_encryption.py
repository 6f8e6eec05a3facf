"""Keys of encrypted stores: checked, overwritten, and of use where the native library has SQLCipher."""

import pytest

import birthcase


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_of_another_size_is_refused_and_overwritten_all_the_same(tmp_path, size):
    key = bytearray(b"k" * size)
    with pytest.raises(birthcase.OutOfRangeError):
        birthcase.Store(tmp_path / "births.db", key=key)
    assert key == bytes(size)
    assert not (tmp_path / "births.db").exists()


def test_with_a_key_the_file_is_encrypted_or_the_library_says_that_it_cannot(tmp_path):
    file = tmp_path / "births.db"
    key = bytearray(b"k" * 32)
    try:
        birthcase.Store(file, key=key).close()
    except birthcase.RefusedError as refused:
        assert "BIRTHCASE_SQLCIPHER" in str(refused)
        assert not file.exists()
    else:
        with pytest.raises(birthcase.StorageError):
            birthcase.Store(file)
    assert key == bytes(32)
    key.append(1)  # nothing of the library holds on to it


def test_a_key_for_a_store_on_a_server_is_refused():
    with pytest.raises(birthcase.RefusedError):
        birthcase.Store("postgresql://localhost/births", key=bytearray(32))
