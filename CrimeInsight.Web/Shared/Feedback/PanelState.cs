namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>What a panel can show.</summary>
public enum PanelState
{
    Loading,

    /// <summary>The data holds nothing here: say why and what next.</summary>
    Empty,

    /// <summary>It could not be loaded: say what to do, offer to try again.</summary>
    Error,
    Ready,
}
