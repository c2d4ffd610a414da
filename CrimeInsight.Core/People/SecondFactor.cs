namespace CrimeInsight.Core.People;

/// <summary>A person's second factor as it is stored.</summary>
/// <param name="Secret">Encrypted.</param>
/// <param name="RecoveryCodes">Codes on paper that are left.</param>
public sealed record SecondFactor(string Secret, int RecoveryCodes);
