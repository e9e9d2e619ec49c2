//! The words that seeds are made of: sorted, so that a word's place is its value. Never changed: links hold them.

/// 1,024 short, common words; each stands for ten bits. They are one text because a list of so many texts is twice as
/// large, and every visit fetches it.
pub const WORDS: &str = "\
abbey able absent acid acorn acre actor admiral adobe agate agave agent agile airport aisle alarm album alder \
alert algae alley almond alpaca alpine amazon amber amethyst ample anchor angle angler anise ankle anthem \
antique antler apple april apron arbor arcade arcane arch archer arctic arena argon argyle armor aroma arrow \
ascent ash aspen aster atlantic atlas atom attic auburn august aura aurora autumn avenue axis badge badger bagel \
bakery ballad ballet balloon balm balsa bamboo banana bandana banjo banner banyan barley barn baron barrel \
basalt basil basin basket bass bat baton bay bayou bazaar beacon bead beam bean bear beaver beech beetle bell \
bellow belt bench berry beryl birch biscuit bishop bison bistro blade blanket blaze blend bloom blossom blue \
bluff boat bobbin bonfire bonsai bonus book border bottle boulder bow bowl bracket bramble branch brass brave \
bread brick bridge bright brine brisk bronze brook broom brush bubble bucket buckle bud buffalo bugle bunker \
buoy burrow butter button buzzard cabin cable cactus cafe calm camel cameo camera canal canary candle candy \
canoe canopy canvas canyon cape caramel caravan carbon cargo caribou carol carrot cart cascade castle catalog \
catfish cavern cedar celery cello cement center ceramic chalk charcoal chart cheese cherry chess chestnut chief \
chime chisel chorus cider cinder cinema circle circus citrus city clam clarinet clay cliff clock cloud clover \
coal coast cobalt cobra coconut code coin colt comb comet compass concert condor coral cord cork corner cosmos \
cotton cougar court cove coyote crab cradle crane crater crayon cream creek crescent crest cricket crimson \
crocus crystal cube cumin cup curio current curtain curve cushion cycle cymbal cypress daffodil dahlia daisy \
dance dawn day deck deer delta denim desert desk dew dial diamond diary dingo dolphin dome donkey door dory dove \
dragon drake drama dream drift drum duck duet dune dust eagle earth easel east echo eclipse edge eel elder elk \
elm ember emerald emu epic equinox ermine estuary evening fable fabric fairy falcon fall farm fathom fawn \
feather fern ferry festival fiddle field fiesta fig finch fiord fir fire fish flag flame flamingo flask flax \
fleet flint flock flora flour flower flute fog foil forest forge fork fossil fountain fox frame freckle freight \
frost fruit fudge funnel furnace galaxy gale gallery garden garnet gate gazelle gecko gem geode geyser giant \
ginger giraffe glacier glade glass globe glory goat gold goose gopher gorge gourd grain granite grape graph \
grass gravel grebe green grove guitar gulf gull gypsum habit hamlet hammer hammock harbor hare harp harvest hawk \
hazel hedge helium helmet hemlock herald herb heron hickory hill hive hobby hockey holly honey horizon hornet \
horse hostel hound house hub hyena ibex ibis ice icicle igloo indigo ingot inlet iris iron island ivory ivy \
jacket jade jaguar jar jasmine jasper jay jazz jelly jet jewel jigsaw jockey journal journey jungle juniper jury \
kale karma kayak kelp kernel kettle key kiln kimono kingdom kite kiwi knight knoll knot koala label lace ladder \
lagoon lamp lantern lapis larch lark laser lasso latch laurel lava lavender lawn leaf ledge legend lens lentil \
leopard lever library lichen light lilac lily lime linden linen lion lizard lobster locket locust lodge log loom \
lotus lumber lunar lupine lute lynx lyric magma magnet magpie mallard mallet malt mammoth mandolin mango mantle \
maple marble march mare marigold marina market maroon marsh marten mask mast meadow medal melody melon menu \
merlin mesa metal meteor midnight mill mimosa mineral mint mirage mirror mist mitten moat mocha model mole \
moment monsoon moose morning mosaic moss moth motor mountain mouse mulberry mural museum music mustang mustard \
myth narwhal nation nebula nectar needle neon nest nettle newt nickel night nimbus noble nomad north notch note \
nova novel number nutmeg oak oar oasis oat obelisk oboe ocean ochre octopus olive omega onion onyx opal opera \
orange orbit orchard orchid oregano organ oriole otter outpost oval oven owl oxygen oyster paddle pagoda paint \
palace palm pampas panda pansy papaya paper paprika parade park parrot parsley pasture patch path patio pattern \
pavilion peach peacock peanut pear pearl pebble pecan pelican pencil penguin pennant peony pepper perch petal \
petunia piano pickle picnic pier pigeon pike pilot pine pioneer pipe pitcher pixel planet plank plaster plaza \
plow plum plume pocket poem polar pollen polo pond pony poplar poppy porch postcard potato pottery prairie prism \
puffin pulley pulse puma pumice pumpkin puppet purple puzzle pyramid quail quarry quartet quartz queen quest \
quill quilt quince quiver rabbit raccoon radar radio radish rail rain raisin rally ranch ranger raven ravine \
razor reed reef refuge regal relay reptile resin rhino rhubarb rhythm ribbon rice ridge ring ripple river road \
robin robot rocket roof rose rosemary rotor rowan royal ruby rudder rug rumba runner rustic rye saddle saffron \
sage sail salad salmon salsa salt salute sand sandal sapling sapphire sardine satin saturn savanna saxon scallop \
scarab scarf scarlet school scooter scout scroll seagull seal season sedan seed sequoia shadow shale shamrock \
shark sheep shell shelter shield ship shore shrimp shrub sienna signal silver siren skate sketch skiff skunk sky \
slate sled sleet sloop slope smelt smoke snow socket soda solar solo sonar sonata song sonnet sorrel south spark \
sparrow spear spice spinach spindle spiral spire sponge spoon spring sprout spruce square squash squid stable \
stadium star starling station statue steam steel stencil steppe stone stork storm stream street studio sugar \
summer summit sun sunrise sunset surf swallow swan swift sycamore symbol syrup table talon tango target tavern \
teak teal telegram temple tempo tender tent terrace terrier theater thicket thistle thrush thunder thyme ticket \
tide tiger timber tin toast tomato topaz torch tornado tortoise totem tower town trail train trapeze treasure \
tree trellis tribute trident trout trumpet tulip tuna tundra turbine turnip turtle tuxedo twig twilight twine \
umber umbrella unicorn union valley vanilla vapor velvet venus veranda verse vessel vest viaduct victory villa \
village vine vineyard vinyl viola violet viper vista vivid volcano volley voyage vulture wafer wagon walnut \
walrus waltz warbler water wax weasel weather west whale wheat wheel whistle wicker widget willow wind window \
wine wing wolf wombat wood wool wren yacht yak yam yarn yarrow yellow yodel yogurt young yucca zenith zephyr \
zest zinc zinnia zipper zodiac";
