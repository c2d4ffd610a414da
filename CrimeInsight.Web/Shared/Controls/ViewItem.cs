namespace CrimeInsight.Web.Shared.Controls;

/// <summary>One of several views of a page; each is an address.</summary>
/// <param name="Icon">A Material icon.</param>
public sealed record ViewItem(string Url, string Text, string Icon, bool IsCurrent);
