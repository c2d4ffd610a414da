namespace CrimeInsight.Web.Shared;

/// <summary>Whether rates are shown scaled to official figures, as addresses say it: <c>scale=official</c>.</summary>
public static class ScaleChoice
{
    public const string Name = "scale";
    public const string Official = "official";

    /// <summary>The member of an address; null: rates as the data give them.</summary>
    public static string? Write(bool isScaled) => isScaled ? Official : null;
}
