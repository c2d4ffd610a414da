namespace CrimeInsight.Web.Shared.Maps;

/// <summary>Whose work the map shows.</summary>
public sealed record MapCredit(string Text, string? Url = null);
