namespace CrimeInsight.Tests.Core.Import;

/// <summary>State | district | day of the offence | code, or "!" and the reason | what is told: the note, "corrected", or the first suggestion.</summary>
internal static class PlaceNameCases
{
    public const string All = Certain + "\n" + Units + "\n" + Spellings + "\n" + NewDistricts + "\n" + Slips;

    private const string Certain = """
        | Bhiwadi || IN-RJ-087 | PoliceUnitNamed
        | Bandra || IN-MH-482 | TownNamed
        | Bihar || !JurisdictionUnknown | IN-BR
        Uttar Pradesh | Chandausi || IN-UP-659 | TownNamed
        Tamil Nadu | Chengai || IN-TN-730 | PoliceUnitNamed
        | Dhuri || IN-PB-043 | TownNamed
        | Gondal || IN-GJ-457 | TownNamed
        | Balurghat || IN-WB-310 | TownNamed
        | Coimbatoor || !JurisdictionUnknown | IN-TN-569
        Haryana | Bhiwadi || !JurisdictionMismatch | IN-RJ-087
        Rajasthan | Bhiwani || !JurisdictionMismatch | IN-HR-059
        Assam | Dhuri || !JurisdictionMismatch | IN-PB-043
        Maharashtra | Gondal || !JurisdictionMismatch | IN-GJ-457
        Madhya Pradesh | Balurghat || !JurisdictionMismatch | IN-WB-310
        Tamil Nadu | Bihar || !JurisdictionMismatch | IN-BR
        Uttar Pradesh | Bandra || !JurisdictionMismatch | IN-MH-482
        Delhi | Delhi || IN-DL |
        | Delhi || IN-DL | PoliceUnitNamed
        Chandigarh | Chandigarh || IN-CH-044 |
        Goa | Goa || IN-GA |
        | Port Blair || IN-AN-602 | TownNamed
        Maharashtra | Alibag || IN-MH-491 | TownNamed
        | Udaipur || IN-RJ-117 |
        Tripura | Udaipur || IN-TR-654 | TownNamed
        | Aurangabad || !JurisdictionAmbiguous | IN-BR-189
        | Bijapur || !JurisdictionAmbiguous | IN-CG-636
        | Hamirpur || !JurisdictionAmbiguous | IN-HP-017
        | Rural || !JurisdictionAmbiguous | IN-AR-237
        | East || !JurisdictionAmbiguous | IN-DL-078
        | Central || !JurisdictionAmbiguous | IN-DL-077
        | G.R.P. || !JurisdictionAmbiguous | IN-AS
        Kerala | TOTAL || !JurisdictionUnknown |
        Kerala | Xyzzy || !JurisdictionUnknown |
        | Xyzzy || !JurisdictionUnknown |
        Chennai ||| !JurisdictionUnknown | IN-TN
        Bidar ||| !JurisdictionUnknown | IN-KA

        """;

    private const string Units = """
        Maharashtra | Mumbai Commr. || IN-MH-482 | PoliceUnitNamed
        Maharashtra | Pune Rural || IN-MH-490 | PoliceUnitNamed
        | Pune Rural || IN-MH-490 | PoliceUnitNamed
        Karnataka | Bengaluru City || IN-KA-525 |
        Tamil Nadu | Chennai City || IN-TN-568 |
        Maharashtra | Thane Rural || IN-MH-497 | PoliceUnitNamed
        Maharashtra | THANE COMMISSIONERATE || IN-MH-497 | PoliceUnitNamed
        Tamil Nadu | Tiruppur City || IN-TN-634 | PoliceUnitNamed
        Rajasthan | Dholpur || IN-RJ-098 |
        Rajasthan | Bhiwadi Police District || IN-RJ-087 | PoliceUnitNamed
        Maharashtra | Dist. Pune || IN-MH-490 |
        Gujarat | District Rajkot || IN-GJ-457 |
        Gujarat | Rajkot Distt. || IN-GJ-457 |
        West Bengal | 24 Parganas North || IN-WB-303 |
        West Bengal | North 24 Parganas || IN-WB-303 |
        West Bengal | 24-Parganas (South) || IN-WB-304 |
        West Bengal | Uttar 24 Parganas || IN-WB-303 |
        West Bengal | Dinajpur Dakshin || IN-WB-310 |
        West Bengal | Bardhaman Paschim || IN-WB-704 |
        West Bengal | Medinipur West || IN-WB-318 |
        Delhi | Delhi South West || IN-DL-084 |
        Delhi | South-West || IN-DL-084 |
        Delhi | North East || IN-DL-081 |
        Jharkhand | West Singhbhum || IN-JH-343 |
        Jharkhand | Singhbhum West || IN-JH-343 |
        Jharkhand | Paschimi Singhbhum || IN-JH-343 |
        Andhra Pradesh | Godavari East || IN-AP-505 |
        Bihar | Champaran East || IN-BR-213 |
        Arunachal Pradesh | KAMENG EAST || IN-AR-231 |
        Arunachal Pradesh | SUBANSIRI UPPER || IN-AR-241 |
        Meghalaya | GARO HILLS WEST || IN-ML-278 |
        Meghalaya | Khasi Hills East || IN-ML-274 |
        Manipur | IMPHAL(EAST) || IN-MN-255 |
        Sikkim | East || IN-SK-225 |
        Tripura | North || IN-TR-270 |
        Kerala | Ernakulam Commr. || IN-KL-555 | PoliceUnitNamed
        Kerala | Trivandrum Rural || IN-KL-565 | PoliceUnitNamed
        Punjab | CP Ludhiana || IN-PB-036 | PoliceUnitNamed
        Punjab | Khanna || IN-PB-036 | PoliceUnitNamed
        Punjab | Police District Jagraon || IN-PB-036 | PoliceUnitNamed
        Rajasthan | Jaipur East || IN-RJ-102 | PoliceUnitNamed
        Rajasthan | Kota City || IN-RJ-109 | PoliceUnitNamed
        Telangana | Cyberabad || IN-TG-518 | PoliceUnitNamed
        Telangana | Rachakonda Commissionerate || IN-TG-697 | PoliceUnitNamed
        West Bengal | Asansol-Durgapur PC || IN-WB-704 | PoliceUnitNamed
        West Bengal | Bidhannagar PC || IN-WB-303 | PoliceUnitNamed
        West Bengal | Baruipur Police District || IN-WB-304 | PoliceUnitNamed
        Odisha | Berhampur || IN-OD-354 | PoliceUnitNamed
        Odisha | DCP BBSR || IN-OD-362 | PoliceUnitNamed
        Jammu and Kashmir | Sopore || IN-JK-003 | PoliceUnitNamed
        Jammu and Kashmir | Awantipora || IN-JK-011 | PoliceUnitNamed
        Himachal Pradesh | BADDIPOLICEDIST || IN-HP-025 | PoliceUnitNamed
        Karnataka | K.G.F. || IN-KA-542 | PoliceUnitNamed
        Karnataka | Hubballi Dharwad City || IN-KA-536 | PoliceUnitNamed
        Karnataka | Mangaluru City Police || IN-KA-534 | PoliceUnitNamed
        Tamil Nadu | Avadi || IN-TN-589 | PoliceUnitNamed
        Tamil Nadu | Tambaram City || IN-TN-730 | PoliceUnitNamed
        Tamil Nadu | Greater Chennai Police || !JurisdictionUnknown |
        Maharashtra | Navi Mumbai || IN-MH-497 | PoliceUnitNamed
        Maharashtra | Pimpri Chinchwad || IN-MH-490 | PoliceUnitNamed
        Uttar Pradesh | Lucknow Commissionarate || IN-UP-162 | PoliceUnitNamed
        Uttar Pradesh | Kanpur Dehat || IN-UP-156 |
        Uttar Pradesh | G.R.P. || IN-UP | PoliceUnitNamed
        Maharashtra | Mumbai Rly. || IN-MH | PoliceUnitNamed
        West Bengal | Sealdah GRP || IN-WB | PoliceUnitNamed
        Madhya Pradesh | Railway Police Bhopal || IN-MP | PoliceUnitNamed
        Bihar | Jamalpur Railway || IN-BR | PoliceUnitNamed
        Kerala | CBCID || IN-KL | PoliceUnitNamed
        Gujarat | CID Crime || IN-GJ | PoliceUnitNamed
        Delhi | I.G.I. Airport || IN-DL-079 | PoliceUnitNamed
        Jharkhand | Jamshedpur || IN-JH-327 | PoliceUnitNamed
        Jharkhand | Chaibasa || IN-JH-343 | PoliceUnitNamed
        Bihar | Motihari || IN-BR-213 | PoliceUnitNamed
        Bihar | Bettiah || IN-BR-211 | PoliceUnitNamed
        Chhattisgarh | Jagdalpur || IN-CG-374 | PoliceUnitNamed
        Gujarat | Palanpur || IN-GJ-441 | PoliceUnitNamed
        Gujarat | Kutch (East(G)) || IN-GJ-449 | PoliceUnitNamed

        """;

    private const string Spellings = """
        Karnataka | Gulbarga || IN-KA-538 |
        Karnataka | Mysore || IN-KA-545 |
        Karnataka | Belgaum || IN-KA-527 |
        Karnataka | Bijapur || IN-KA-530 |
        Karnataka | Bellary || IN-KA-528 |
        Karnataka | Shimoga || IN-KA-547 |
        Karnataka | Tumkur || IN-KA-548 |
        Karnataka | Chikmagalur || IN-KA-532 |
        Karnataka | South Canara || IN-KA-534 |
        Karnataka | Coorg || IN-KA-541 |
        Orissa | Keonjhar || IN-OD-361 |
        Orissa | Bolangir || IN-OD-345 |
        Orissa | Phulbani || IN-OD-359 |
        ORISSA | Nowrangpur || IN-OD-366 |
        Andhra Pradesh | Cuddapah || IN-AP-504 |
        Uttar Pradesh | Allahabad || IN-UP-120 |
        Uttar Pradesh | Faizabad || IN-UP-140 |
        Uttar Pradesh | J.P. Nagar || IN-UP-154 |
        Uttar Pradesh | CSM Nagar || IN-UP-640 |
        Uttar Pradesh | Prabuddh Nagar || IN-UP-660 |
        Madhya Pradesh | Hoshangabad || IN-MP-409 |
        Madhya Pradesh | East Nimar || IN-MP-405 |
        Maharashtra | Osmanabad || IN-MH-488 |
        Maharashtra | Aurangabad || IN-MH-469 |
        Maharashtra | Ahmednagar || IN-MH-466 |
        Uttaranchal | Hardwar || IN-UK-050 |
        Uttaranchal | Udhamsingh Nagar || IN-UK-056 |
        Pondicherry | Karaikal || IN-PY-598 |
        Pondicherry | Pondicherry || IN-PY-600 |
        Dadra and Nagar Haveli | Dadra and Nagar Haveli || IN-DH-465 |
        D & N Haveli | D and N Haveli || IN-DH-465 |
        Daman & Diu | Diu || IN-DH-464 |
        A & N Islands | Andaman || IN-AN-602 |
        Jammu & Kashmir | Leh | 2012-05-01 | IN-LA-009 |
        Jammu & Kashmir | Kargil | 2019-10-30 | IN-LA-006 |
        Jammu & Kashmir | Leh | 2020-05-01 | !JurisdictionMismatch | IN-LA-009
        Ladakh | Leh | 2012-05-01 | IN-LA-009 |
        Andhra Pradesh | Adilabad | 2005-05-01 | IN-TG-501 |
        Andhra Pradesh | Adilabad | 2024-05-01 | !JurisdictionMismatch | IN-TG-501
        Andhra Pradesh | Cyberabad | 2010-05-01 | IN-TG-518 | PoliceUnitNamed
        Andhra Pradesh | Hyderabad City | 2010-05-01 | IN-TG-507 |
        Andhra Pradesh | Warangal | 2010-05-01 | IN-TG-522 |
        Andhra Pradesh | Warangal | 2020-05-01 | !JurisdictionMismatch | IN-TG-X04
        Telangana | Warangal | 2018-05-01 | IN-TG-522 |
        Telangana | Warangal | 2023-05-01 | IN-TG-X04 |
        Bihar | Ranchi | 2000-05-01 | IN-JH-339 |
        Madhya Pradesh | Raipur | 2000-05-01 | IN-CG-387 |
        Uttar Pradesh | Nainital | 2000-05-01 | IN-UK-051 |
        Tamil Nadu | Ramnad || IN-TN-583 |
        Tamil Nadu | North Arcot || IN-TN-595 |
        Tamil Nadu | Tirunelveli Kattabomman || IN-TN-592 |
        Kerala | Trivandrum || IN-KL-565 |
        Kerala | Wynad || IN-KL-567 |
        Assam | N.C.Hills || IN-AS-299 |
        Assam | Sibsagar || IN-AS-300 |
        Punjab | Bhatinda || IN-PB-028 |
        Punjab | Nawan Shahr || IN-PB-040 |
        West Bengal | Midnapore || IN-WB-318 |
        West Bengal | Burdwan || IN-WB-306 |
        Haryana | Gurgaon || IN-HR-062 |
        Haryana | Mewat || IN-HR-604 |

        """;

    private const string NewDistricts = """
        Andhra Pradesh | NTR | 2023-01-01 | IN-AP-510 | NewDistrictNamed
        Andhra Pradesh | NTR | 2021-01-01 | IN-AP-510 |
        Andhra Pradesh | Tirupati | 2022-04-04 | IN-AP-503 | NewDistrictNamed
        Andhra Pradesh | Tirupati | 2022-04-03 | IN-AP-503 |
        Andhra Pradesh | Bapatla | 2024-01-01 | IN-AP-506 | NewDistrictNamed
        Andhra Pradesh | Palnadu District | 2024-01-01 | IN-AP-506 | NewDistrictNamed
        Andhra Pradesh | Eluru | 2024-01-01 | IN-AP-523 | NewDistrictNamed
        Andhra Pradesh | Nandyal | 2024-01-01 | IN-AP-511 | NewDistrictNamed
        Andhra Pradesh | Sri Sathya Sai | 2024-01-01 | IN-AP-502 | NewDistrictNamed
        Andhra Pradesh | Annamayya | 2024-01-01 | IN-AP-504 | NewDistrictNamed
        Andhra Pradesh | Anakapalli | 2024-01-01 | IN-AP-520 | NewDistrictNamed
        Andhra Pradesh | Alluri Sitharama Raju | 2024-01-01 | IN-AP-520 | NewDistrictNamed
        Andhra Pradesh | Parvathipuram Manyam | 2024-01-01 | IN-AP-521 | NewDistrictNamed
        Andhra Pradesh | Dr. B.R. Ambedkar Konaseema | 2024-01-01 | IN-AP-505 | NewDistrictNamed
        Andhra Pradesh | Kakinada | 2024-01-01 | IN-AP-505 | NewDistrictNamed
        Chhattisgarh | Gaurela-Pendra-Marwahi | 2024-01-01 | IN-CG-375 | NewDistrictNamed
        Chhattisgarh | Mohla-Manpur-Ambagarh Chowki | 2024-01-01 | IN-CG-388 | NewDistrictNamed
        Chhattisgarh | Sarangarh Bilaigarh | 2024-01-01 | IN-CG-386 | NewDistrictNamed
        Chhattisgarh | Khairagarh-Chhuikhadan-Gandai | 2024-01-01 | IN-CG-388 | NewDistrictNamed
        Chhattisgarh | Sakti | 2024-01-01 | IN-CG-379 | NewDistrictNamed
        Chhattisgarh | Manendragarh-Chirmiri-Bharatpur | 2024-01-01 | IN-CG-384 | NewDistrictNamed
        Tamil Nadu | Mayiladuthurai | 2024-01-01 | IN-TN-579 | NewDistrictNamed
        Tamil Nadu | மயிலாடுதுறை | 2024-01-01 | IN-TN-579 | NewDistrictNamed
        Punjab | Malerkotla | 2024-01-01 | IN-PB-043 | NewDistrictNamed
        Karnataka | Vijayanagara | 2024-01-01 | IN-KA-528 | NewDistrictNamed
        Assam | Tamulpur | 2024-01-01 | IN-AS-616 | NewDistrictNamed
        Assam | Bajali | 2024-01-01 | IN-AS-280 | NewDistrictNamed
        Madhya Pradesh | Maihar | 2024-01-01 | IN-MP-426 | NewDistrictNamed
        Madhya Pradesh | Mauganj | 2024-01-01 | IN-MP-424 | NewDistrictNamed
        Madhya Pradesh | Pandhurna | 2024-01-01 | IN-MP-399 | NewDistrictNamed
        Rajasthan | Balotra | 2024-01-01 | IN-RJ-090 | NewDistrictNamed
        Rajasthan | Kekri | 2024-01-01 | IN-RJ-086 | NewDistrictNamed
        Rajasthan | Kekri | 2025-02-01 | IN-RJ-086 |
        Rajasthan | Jodhpur Rural | 2024-01-01 | IN-RJ-107 | NewDistrictNamed
        Rajasthan | Khairthal-Tijara | 2025-02-01 | IN-RJ-087 | NewDistrictNamed
        Nagaland | Noklak | 2024-01-01 | IN-NL-249 | NewDistrictNamed
        Nagaland | Chümoukedima | 2024-01-01 | IN-NL-244 | NewDistrictNamed
        Meghalaya | Eastern West Khasi Hills | 2024-01-01 | IN-ML-279 | NewDistrictNamed
        Mizoram | Saitual | 2024-01-01 | IN-MZ-261 | NewDistrictNamed
        Sikkim | Namchi (South) || IN-SK-227 |
        Telangana | Hanamkonda || IN-TG-522 |

        """;

    private const string Slips = """
        Tamil Nadu | Coimbatoor || IN-TN-569 | corrected
        Tamil Nadu | Coimbatoor District || IN-TN-569 | corrected
        Tamil Nadu | Tiruvannamalay || IN-TN-593 | corrected
        Tamil Nadu | Thanjavoor || IN-TN-586 |
        Tamil Nadu | Chenai || IN-TN-568 | corrected
        Tamil Nadu | Tiruchi || !JurisdictionUnknown | IN-TN-591
        Tamil Nadu | Tiruchira || !JurisdictionUnknown | IN-TN-591
        Tamilnad | Chennai || IN-TN-568 | corrected
        Maharastra | Pune || IN-MH-490 | corrected
        Gujrat | Surat || IN-GJ-459 | corrected
        Uttar Pradesh | Varansi || IN-UP-187 | corrected
        Uttar Pradesh | Luckhnow || IN-UP-162 | corrected
        Gujarat | Ahmedabd || IN-GJ-438 | corrected
        Maharashtra | Nagpoor || IN-MH-484 | corrected
        West Bengal | Kolkatta || IN-WB-315 | corrected
        West Bengal | Howra || IN-WB-313 | corrected
        Haryana | Faridabaad || IN-HR-060 | corrected
        Bihar | Muzzafarpur || IN-BR-208 | corrected
        Punjab | Jallandhar || IN-PB-034 | corrected
        Rajasthan | Jodhpur City || IN-RJ-107 | PoliceUnitNamed
        Uttar Pradesh | Chandausy || !JurisdictionUnknown | IN-UP-659
        Uttar Pradesh | Chandawli || IN-UP-135 | corrected
        Maharashtra | Kolhapurr Rural || IN-MH-480 | corrected
        Chhattisgarh | Rajgarh | 2024-05-01 | !JurisdictionMismatch | IN-MP-422
        Madhya Pradesh | Raigarh | 2024-05-01 | !JurisdictionMismatch | IN-CG-386
        | Chenai || !JurisdictionUnknown | IN-TN-568
        | Nagpoor || !JurisdictionUnknown | IN-MH-484

        """;
}
