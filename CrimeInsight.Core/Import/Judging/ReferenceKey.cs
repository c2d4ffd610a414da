using System.IO.Hashing;
using System.Text;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>The key of a case that has a reference: a hash of its source and of the form in which references are compared.</summary>
public static class ReferenceKey
{
    /// <summary>So many that no two cases meet by chance; nobody gains by making two meet, so it need not resist that.</summary>
    public const int Bytes = 16;

    /// <summary>Of a reference as it is written.</summary>
    /// <param name="key">Takes <see cref="Bytes"/>.</param>
    public static void Write(string source, string reference, DateOnly reported, DateOnly occurred, Span<byte> key) =>
        WriteForm(source, CaseReference.FormOf(reference, reported, occurred), key);

    /// <summary>Of a reference in the form that is given.</summary>
    /// <param name="key">Takes <see cref="Bytes"/>.</param>
    public static void WriteForm(string source, string form, Span<byte> key)
    {
        var most = Encoding.UTF8.GetMaxByteCount(source.Length + form.Length) + 1;
        Span<byte> text = most <= 1024 ? stackalloc byte[most] : new byte[most];
        var length = Encoding.UTF8.GetBytes(source, text);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(form, text[length..]);
        XxHash128.Hash(text[..length], key);
    }
}
