using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary>What <c>import</c> says, in the language of the person at the terminal.</summary>
internal sealed class ImportTexts(CultureInfo culture)
{
    public string this[string key, params object[] arguments] => string.Format(culture, Find(key), arguments);

    /// <summary>Digits grouped as 12,34,567.</summary>
    public string Number(long number) => number.ToString("N0", culture);

    public string Of(RejectReason reason) => Find(reason.ToString());

    public string Of(ImportWarning warning) => Find($"Warning{warning}");

    public string Of(ImportRefusedException refusal) => string.Format(culture, Find($"File{refusal.Problem}"), [.. refusal.Details]);

    private string Find(string key) => ImportText.ResourceManager.GetString(key, culture)
        ?? throw new InvalidOperationException($"ImportText has no text '{key}'.");
}
