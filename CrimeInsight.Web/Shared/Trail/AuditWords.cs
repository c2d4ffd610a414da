using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Shared.Trail;

/// <summary>What is wrong with the audit trail, in words.</summary>
internal static class AuditWords
{
    public static string Of(AuditFinding finding, CultureInfo culture) =>
        string.Format(culture, AuditText.ResourceManager.GetString($"Fault{finding.Fault}", culture)!, finding.From.ToString("N0", culture),
            finding.Until.ToString("N0", culture));
}
