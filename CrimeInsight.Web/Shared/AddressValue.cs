namespace CrimeInsight.Web.Shared;

/// <summary>Choices of a fixed set as an address has them: the name in lower case, absent for the default.</summary>
internal static class AddressValue
{
    /// <summary>Null for an absent or unknown name; letter case is ignored.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum => Enum.GetValues<T>()
        .Where(value => value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
        .Select(value => (T?)value)
        .FirstOrDefault();

    public static string? Write<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();
}
