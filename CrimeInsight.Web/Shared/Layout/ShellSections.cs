namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Places in the shell that a page fills with <c>SectionContent</c>.</summary>
public static class ShellSections
{
    /// <summary>Below the app bar: jurisdiction, head and period.</summary>
    public static object ScopeBar { get; } = new();
}
