using System.Buffers;

namespace CrimeInsight.Core.People;

/// <summary>What people and their accounts may be called.</summary>
public static class PersonNames
{
    /// <summary>Letters of sign-in names.</summary>
    public const string UserNameLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@";

    public const int LeastUserName = 3;
    public const int MostLetters = 100;

    private static readonly SearchValues<char> s_userNameLetters = SearchValues.Create(UserNameLetters);

    /// <summary>Whether it can be a sign-in name: an address for mail can.</summary>
    public static bool IsUserName(string? name) =>
        name is { Length: >= LeastUserName and <= MostLetters } && !name.AsSpan().ContainsAnyExcept(s_userNameLetters);

    /// <summary>Whether it can be a name shown in the product.</summary>
    public static bool IsDisplayName(string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= MostLetters && !name.Any(char.IsControl);
}
