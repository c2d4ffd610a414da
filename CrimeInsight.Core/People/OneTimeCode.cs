using System.Security.Cryptography;
using System.Text;

namespace CrimeInsight.Core.People;

/// <summary>
/// Codes that open an account once, made to be read out and typed: 16 letters and digits of which none looks like another (Crockford's base 32), 80 bits,
/// so that a plain hash keeps them.
/// </summary>
public static class OneTimeCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int GroupLength = 4;

    /// <summary>A new code in groups, such as <c>7KQ2-M4TX-09AB-PWRZ</c>.</summary>
    public static string Create() =>
        string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>What is stored of a code, however it was typed.</summary>
    public static byte[] Hash(string typed)
    {
        var text = new StringBuilder();
        foreach (var letter in typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
            text.Append(letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter });
        return SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString()));
    }
}
