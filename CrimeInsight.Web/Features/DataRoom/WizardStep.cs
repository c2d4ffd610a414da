namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What a person does with a file that is there, in this order. The names are in addresses; never rename.</summary>
public enum WizardStep
{
    Understand,
    Map,
    Check,
    Decide,
    Done,
}
