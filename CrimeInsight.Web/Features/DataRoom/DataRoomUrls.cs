using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Addresses of uploads: a page for each of what is done with one.</summary>
internal static class DataRoomUrls
{
    public static string Of(Guid upload) => $"{AppUrls.DataRoom}/{upload}";

    public static string Of(Guid upload, WizardStep step) => $"{AppUrls.DataRoom}/{upload}/{NameOf(step)}";

    public static string Rejects(Guid upload) => $"{AppUrls.DataRoom}/{upload}/{AppUrls.RejectsFile}";

    /// <summary>The step an address names; null when it names none.</summary>
    public static WizardStep? StepOf(string? name)
    {
        foreach (var step in Enum.GetValues<WizardStep>())
            if (NameOf(step) == name)
                return step;
        return null;
    }

    private static string NameOf(WizardStep step) => step.ToString().ToLowerInvariant();
}
